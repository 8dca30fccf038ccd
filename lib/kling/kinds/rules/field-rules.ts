import type { Localized } from "#lib/shared/localized.ts";
import type { Violation } from "../../violation.ts";

/** How a rule says what it found; the class decides whether a policy may soften it (`violation.ts`). */

export function missing(path: string, message: Localized, code = `${leaf(path)}_required`): Violation {
  return { path, code, class: "missing", severity: "error", message };
}

export function limit(path: string, code: string, message: Localized): Violation {
  return { path, code, class: "limit", severity: "error", message };
}

/** A statement of the map that is no point of the grid, e.g. a prompt that one model insists on. */
export function unsupported(path: string, code: string, message: Localized): Violation {
  return { path, code, class: "capability", severity: "error", message };
}

export function ignored(path: string, message: Localized): Violation {
  return { path, code: `${leaf(path)}_ignored`, class: "ignored", severity: "warning", message };
}

/** Exactly one of two fields: none is missing, both exclude each other. The first is the one to point at. */
export function exactlyOne<Field extends string>(
  fields: Readonly<Partial<Record<Field, unknown>>>,
  [first, second]: readonly [Field, Field],
): readonly Violation[] {
  const given = [first, second].filter((name) => fields[name] !== undefined);
  if (given.length === 1) return [];
  if (given.length === 0)
    return [missing(first, { zh: `请提供 ${first} 或 ${second}`, en: `Give ${first} or ${second}` })];
  const message = {
    zh: `${first} 与 ${second} 只能提供一个`,
    en: `Give either ${first} or ${second}, not both`,
  };
  return [limit(second, `${leaf(second)}_excluded`, message)];
}

/** `voice_id` of `voice_list[0].voice_id`. */
function leaf(path: string): string {
  return (
    path
      .replace(/\[\d+\]/g, "")
      .split(".")
      .at(-1) ?? path
  );
}
