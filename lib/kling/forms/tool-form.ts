import type { Localized } from "#lib/shared/localized.ts";
import type { Axis, Point, Value } from "../kinds/grid/grid.ts";
import type { Kind } from "../kinds/kind.ts";
import type { TaskRequest } from "../requests/request.ts";
import { type ChoiceField, type Field, type NumberField, type Patch, pathsOf } from "./field.ts";
import type { KnownFiles } from "./form-files.ts";
import { fillPath, readPath, type ToolDraft, writePath } from "./tool-draft.ts";

/**
 * How one kind of task is offered: its fields as data, in the order in which they are shown. What may be chosen, what is
 * refused, what it costs and what comes out say the kind's grid, rules, price and output; a form adds nothing to them.
 */
export type ToolForm = {
  readonly kind: Kind;
  readonly fields: readonly Field[];
  /** What this tool is for, and where to begin; shown while there is nothing to show. */
  readonly intro: {
    readonly title: Localized;
    readonly text: Localized;
    /** Whole prompts that begin with one click. */
    readonly examples?: readonly Localized[];
  };
  /** Words of the address that a link may begin the form with, e.g. `?scene=`, and where each of them stands. */
  readonly address?: Readonly<Record<string, string>>;
  /** Beyond the grid's defaults, what the first draft says. */
  readonly initial?: Patch;
  /** What else changes with a change of the person's: what was found out about a file goes when the file does. */
  readonly settle?: (draft: ToolDraft, change: SettledChange) => ToolDraft;
  /**
   * How a count of attachments is brought down to a value, by the axis's name. Left out, the list at the axis's path is cut
   * from its end, or what stands there is taken away: nothing is ever invented.
   */
  readonly detach?: Readonly<Record<string, (draft: ToolDraft, value: Value) => ToolDraft>>;
};

export type SettledChange = { readonly before: ToolDraft; readonly known: KnownFiles };

/** Keeps the request's type while the kind's object is named, and gives what all forms are handled as. */
export function defineForm<Request extends TaskRequest>(
  form: Omit<ToolForm, "kind"> & { readonly kind: Kind<Request> },
): ToolForm {
  // A form hands its kind only requests that were made from its own fields.
  return { ...form, kind: form.kind as unknown as Kind };
}

/** An empty form: every choice as the grid begins. */
export function initialDraft(form: ToolForm): ToolDraft {
  let draft: ToolDraft = { kind: form.kind.kind };
  for (const field of form.fields) {
    if (field.type === "number" && field.isRequired) draft = writePath(draft, field.path, firstOf(field));
    if (field.type !== "choice") continue;
    const value = form.kind.grid.defaults[field.axis];
    if (value !== undefined) draft = writePatch(draft, patchOf(field, value));
  }
  return writePatch(draft, form.initial ?? {});
}

/** The request that this draft stands for: without what has no meaning now, blank texts, and notes. */
export function requestOf(form: ToolForm, draft: ToolDraft): TaskRequest {
  let request = draft;
  for (const field of form.fields) {
    if (isShown(field, draft) && !isBlank(field, draft)) continue;
    for (const path of pathsOf(field, valuesOf(form, field))) request = writePath(request, path, undefined);
  }
  const sent = Object.entries(request).filter(([name]) => !isNote(name));
  // Complete or not, it has the kind's fields and no others; `statusOf` says whether it may be sent.
  return Object.fromEntries(sent) as TaskRequest;
}

/**
 * The same request with an empty something wherever its kind is sure to find one. Rules, prices and outputs are written for
 * requests that a schema let through, so a draft is judged like this.
 */
export function judgedOf(form: ToolForm, draft: ToolDraft): TaskRequest {
  let request: ToolDraft = requestOf(form, draft) as ToolDraft;
  for (const field of form.fields) {
    if (!isRequired(field) || !isShown(field, draft) || readPath(request, field.path) !== undefined) continue;
    const isList = field.type === "files" || field.type === "shots";
    request = fillPath(request, field.path, isList ? [] : "");
  }
  return request as TaskRequest;
}

/** Where the draft lies on the kind's grid. */
export function pointOfDraft(form: ToolForm, draft: ToolDraft): Point {
  return form.kind.pointOf(judgedOf(form, draft));
}

/** Whether it is kept in the draft only, for what comes before the order: the film in which a face is looked for. */
export function isNote(path: string): boolean {
  return path.startsWith("$");
}

export function isShown(field: Field, draft: ToolDraft): boolean {
  return field.when?.(draft) ?? true;
}

export function isRequired(field: Field): boolean {
  if (field.type === "files") return field.min > 0;
  return "isRequired" in field && field.isRequired === true;
}

export function axisOf(form: ToolForm, name: string): Axis | undefined {
  return form.kind.grid.axes.find((axis) => axis.name === name);
}

export function valuesOf(form: ToolForm, field: Field): readonly Value[] {
  if (field.type !== "choice") return [];
  const { axis, values } = field;
  const known = axisOf(form, axis)?.values ?? [];
  return values === undefined ? known : known.filter((value) => values.includes(value));
}

/** What choosing this value writes. */
export function patchOf({ path, writes }: ChoiceField, value: Value): Patch {
  return writes?.(value) ?? { [path]: value };
}

export function writePatch(draft: ToolDraft, patch: Patch): ToolDraft {
  return Object.entries(patch).reduce((next, [path, value]) => writePath(next, path, value), draft);
}

function firstOf({ assumed, isText }: NumberField): number | string {
  return isText ? String(assumed) : assumed;
}

function isBlank(field: Field, draft: ToolDraft): boolean {
  if (field.type !== "text" && field.type !== "prompt") return false;
  const text = readPath(draft, field.path);
  return typeof text === "string" && text.trim() === "";
}
