import type { Value } from "../kinds/grid/grid.ts";
import type { Patch } from "./field.ts";
import { readPath, type ToolDraft, writePath } from "./tool-draft.ts";
import { axisOf, patchOf, type ToolForm, writePatch } from "./tool-form.ts";

/**
 * The draft after a fix. Its patch is in words of the grid (an axis and its value) or of the request (a field and what
 * stands there instead), as the rule or the map that offered it speaks.
 */
export function applyChange(form: ToolForm, draft: ToolDraft, patch: Patch): ToolDraft {
  let next = draft;
  for (const [name, value] of Object.entries(patch)) {
    const isOfGrid = axisOf(form, name) !== undefined && isValue(value);
    next = isOfGrid ? applyValue(form, next, { name, value }) : writePath(next, name, value);
  }
  return next;
}

/** The draft with this value on an axis. Of attachments some are taken away; none is ever invented. */
export function applyValue(
  form: ToolForm,
  draft: ToolDraft,
  { name, value }: { readonly name: string; readonly value: Value },
): ToolDraft {
  const detach = form.detach?.[name];
  if (detach !== undefined) return detach(draft, value);
  const field = form.fields.find((it) => it.type === "choice" && it.axis === name);
  if (field?.type === "choice") return writePatch(draft, patchOf(field, value));
  const axis = axisOf(form, name);
  const path = axis?.path ?? name;
  return axis?.isAttachment ? detached(draft, path, value) : writePath(draft, path, value);
}

function detached(draft: ToolDraft, path: string, value: Value): ToolDraft {
  const there = readPath(draft, path);
  if (Array.isArray(there)) return writePath(draft, path, there.slice(0, Number(value)));
  const isGone = value === 0 || value === false || value === "none";
  return isGone ? writePath(draft, path, undefined) : draft;
}

function isValue(value: unknown): value is Value {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
