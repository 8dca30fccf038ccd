import type { Value } from "../kinds/grid/grid.ts";
import { isMediaReference, mediaForm } from "../media.ts";
import { type Field, pathsOf } from "./field.ts";
import { fileItemPath } from "./form-files.ts";
import { isEmpty, isRecord, readPath, type ToolDraft, writePath } from "./tool-draft.ts";
import {
  axisOf,
  initialDraft,
  patchOf,
  pointOfDraft,
  type ToolForm,
  valuesOf,
  writePatch,
} from "./tool-form.ts";

/**
 * A draft out of what was stored by a build of another day, or out of an old task's request: field by field, and only what
 * the field can hold. Null when it is of another kind, or nothing that a form has made.
 */
export function readDraft(form: ToolForm, value: unknown): ToolDraft | null {
  if (!isRecord(value) || value.kind !== form.kind.kind) return null;
  const stored: ToolDraft = { ...value, kind: form.kind.kind };
  let draft = initialDraft(form);
  for (const field of form.fields) {
    const paths = pathsOf(field, valuesOf(form, field));
    if (!holds(form, field, stored)) continue;
    for (const path of paths) draft = writePath(draft, path, readPath(stored, path));
  }
  return withKnownValues(form, draft);
}

/** Whether what is stored for the field is something that it can hold; nothing at all is. */
function holds(form: ToolForm, field: Field, stored: ToolDraft): boolean {
  const value = readPath(stored, field.path);
  if (field.type === "choice")
    return field.writes !== undefined || valuesOf(form, field).includes(value as Value);
  // A form may begin with shots; a request without any has not taken them away.
  if (value === undefined)
    return field.type === "number" ? field.isRequired !== true : field.type !== "shots";
  switch (field.type) {
    case "text":
    case "prompt":
    case "voice":
    case "result":
    case "select":
      return typeof value === "string";
    case "range":
    case "number":
      return isBetween(value, field);
    case "flag":
      return value === field.on;
    case "file":
      return isStored(value);
    case "files":
      return (
        Array.isArray(value) &&
        value.every((_item, index) => isStored(readPath(stored, fileItemPath(field, index))))
      );
    case "elements":
    case "shots":
      return Array.isArray(value) && value.every(isRecord);
    case "custom":
      return !isEmpty(value);
  }
}

function isBetween(value: unknown, field: { min: number; max: number; isText?: boolean }): boolean {
  if (field.isText ? typeof value !== "string" : typeof value !== "number") return false;
  return Number(value) >= field.min && Number(value) <= field.max;
}

/** Base64 in a draft would fill the browser's storage, and nothing here puts any in. */
function isStored(value: unknown): boolean {
  return typeof value === "string" && mediaForm(value) !== "base64" && isMediaReference(value);
}

/** Choices whose value the grid no longer knows begin anew. */
function withKnownValues(form: ToolForm, draft: ToolDraft): ToolDraft {
  let next = draft;
  for (const field of form.fields) {
    if (field.type !== "choice") continue;
    const value = pointOfDraft(form, next)[field.axis];
    const axis = axisOf(form, field.axis);
    if (value !== undefined && axis?.values.includes(value)) continue;
    const initial = form.kind.grid.defaults[field.axis];
    if (initial !== undefined) next = writePatch(next, patchOf(field, initial));
  }
  return next;
}
