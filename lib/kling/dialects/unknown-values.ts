/** Reading of JSON that somebody else wrote. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Clients send `""`, `null`, `[]` and shells such as `{}` or `{"type":""}` for fields they do not mean (api-reference
 * §1.4); all of them count as absent. A shell nested deeper than any field of the API is not one: its depth is a stranger's
 * choice, and the stack is ours.
 */
export function isUnset(value: unknown): boolean {
  return isUnsetWithin(value, MAX_SHELL_DEPTH);
}

const MAX_SHELL_DEPTH = 4;

function isUnsetWithin(value: unknown, depth: number): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isJsonObject(value) || depth === 0) return false;
  return Object.values(value).every((item) => isUnsetWithin(item, depth - 1));
}

/** Whether a value is nested deeper than `depth`: what a stranger sent is kept only as deep as our own stack may follow. */
export function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeperThan(depth - 1, item));
}

/** Ids come as strings or as bare numbers; undefined for anything else and for `""`. */
export function readId(value: unknown): string | undefined {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  return readText(value);
}

/** A non-empty string, or undefined. */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A finite number, also from a numeric string (some clients' models turn times into strings). */
export function readNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** What stands at a path inside a value (`field-path.ts`); undefined where there is nothing. */
export function valueAt(value: unknown, segments: readonly PropertyKey[]): unknown {
  return segments.reduce<unknown>((inside, segment) => {
    if (Array.isArray(inside)) return inside[Number(segment)];
    return isJsonObject(inside) ? inside[String(segment)] : undefined;
  }, value);
}
