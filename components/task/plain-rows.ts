import { mediaForm } from "#lib/kling/media.ts";

/** One value of a request or a result, by its path as Kling spells it: `camera_control.config.zoom`, `10`. */
export type PlainRow = { readonly path: string; readonly value: string };

/** Longer lists are points of a stroke and the like: their number says more than they do. */
const MAX_LISTED = 8;

/** The values of an object, but for the fields that are shown elsewhere; so are the team's own files. */
export function plainRows(value: object, shownElsewhere: readonly string[] = []): readonly PlainRow[] {
  return Object.entries(value)
    .filter(([name]) => !shownElsewhere.includes(name))
    .flatMap(([name, item]) => rowsAt(name, item));
}

function rowsAt(path: string, value: unknown): readonly PlainRow[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    if (value.length > MAX_LISTED) return [{ path, value: `× ${value.length}` }];
    return value.flatMap((item, index) => rowsAt(`${path}[${index}]`, item));
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([name, item]) => rowsAt(`${path}.${name}`, item));
  }
  const text = String(value);
  return mediaForm(text) === "asset" ? [] : [{ path, value: text }];
}
