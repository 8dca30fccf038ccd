/**
 * JSON without rounding. Upstream sends ids such as `element_id` 842130978230767622 as bare numbers beyond 2^53, which
 * `JSON.parse` would silently change. Here such an integer is a `bigint` on the way in and a bare number on the way out.
 */

// Both are part of the language ("JSON.parse source text access", stage 4) and of Node 24, but not of TypeScript's ES2024.
declare global {
  interface JSON {
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): object;
  }
}

/**
 * Parses JSON; integers that a `number` cannot hold exactly come as `bigint`. Throws `SyntaxError` on malformed text and
 * on nesting that exhausts the stack (the engine's own parser would not mind it, its reviver does).
 */
export function parseLossless(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value, { source }) =>
      isRoundedInteger(value, source) ? BigInt(source) : value,
    );
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError("JSON is nested too deeply", { cause: error });
    throw error;
  }
}

/** Serialises like `JSON.stringify`, except that a `bigint` becomes a bare number. */
export function stringifyLossless(value: object): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "bigint" ? JSON.rawJSON(item.toString()) : item,
  );
}

/** No id has a thousand digits; beyond that, making a `bigint` of a stranger's text costs more than it is worth. */
function isRoundedInteger(value: unknown, source: string | undefined): source is string {
  return (
    typeof value === "number" &&
    !Number.isSafeInteger(value) &&
    source !== undefined &&
    /^-?\d{1,1000}$/.test(source)
  );
}
