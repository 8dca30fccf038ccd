import { segmentsOf } from "../field-path.ts";
import type { TaskKind } from "../task-kinds.ts";

/**
 * What a tool's form holds: the request in progress, plain JSON with nothing empty in it. Members that begin with `$` are
 * notes of an instrument to itself.
 */
export type ToolDraft = { readonly kind: TaskKind; readonly [field: string]: unknown };

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

/** What stands there; undefined when nothing does. */
export function readPath(draft: ToolDraft, path: string): unknown {
  let value: unknown = draft;
  for (const segment of segmentsOf(path)) {
    if (!isJson(value)) return undefined;
    // An array is read by its index and an object by its own members only.
    value = Object.hasOwn(value, segment) ? (value as Readonly<Record<string, unknown>>)[segment] : undefined;
  }
  return value;
}

/** The draft with this value there; what is empty is taken away, and what becomes empty by it. */
export function writePath(draft: ToolDraft, path: string, value: unknown): ToolDraft {
  const next = place(draft, segmentsOf(path), isEmpty(value) ? undefined : value);
  // The kind is no field: it stays whatever is written.
  return { ...(isRecord(next) ? next : {}), kind: draft.kind };
}

/** A draft where something stands even if it is empty: only to be judged, never to be kept. */
export function fillPath(draft: ToolDraft, path: string, value: unknown): ToolDraft {
  const next = place(draft, segmentsOf(path), value);
  return { ...(isRecord(next) ? next : {}), kind: draft.kind };
}

/** `undefined`, `""`, `null`, `[]` and `{}`: what upstream, too, takes for nothing said. Blanks are something typed. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

/** The path's text; `""` when there is none. */
export function textAt(draft: ToolDraft, path: string): string {
  const value = readPath(draft, path);
  return typeof value === "string" ? value : "";
}

/** Whether the same text, or none, stands there in both. */
export function isSameAt(one: ToolDraft, other: ToolDraft, path: string): boolean {
  return textAt(one, path) === textAt(other, path);
}

/** The path's list; empty when there is none. */
export function listAt(draft: ToolDraft, path: string): readonly unknown[] {
  const value = readPath(draft, path);
  return Array.isArray(value) ? value : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function place(parent: unknown, [segment, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (segment === undefined) return value;
  if (typeof segment === "number") {
    const list = Array.isArray(parent) ? parent : [];
    const item = place(list[segment], rest, value);
    const isGone = item === undefined || (rest.length > 0 && isEmpty(item));
    return isGone ? list.toSpliced(segment, 1) : replaced(list, segment, item);
  }
  const record = isRecord(parent) ? parent : {};
  const item = place(record[segment], rest, value);
  const { [segment]: _before, ...others } = record;
  return item === undefined || (rest.length > 0 && isEmpty(item)) ? others : { ...record, [segment]: item };
}

function replaced(list: readonly unknown[], index: number, item: unknown): readonly unknown[] {
  return index < list.length ? list.with(index, item) : [...list, item];
}
