import { applyChange, applyValue } from "#lib/kling/forms/apply-change.ts";
import type { Patch } from "#lib/kling/forms/field.ts";
import type { KnownFile, KnownFiles } from "#lib/kling/forms/form-files.ts";
import { readDraft } from "#lib/kling/forms/read-draft.ts";
import { isEmpty, isRecord, readPath, type ToolDraft } from "#lib/kling/forms/tool-draft.ts";
import { initialDraft, type ToolForm, writePatch } from "#lib/kling/forms/tool-form.ts";
import type { Value } from "#lib/kling/kinds/grid/grid.ts";

/** Everything a person has put into a tool. Plain JSON; it is kept as it is. */
export type ToolState = {
  readonly draft: ToolDraft;
  /** What is known of the files that the draft names: they decide what is refused, what it costs and what comes out. */
  readonly known: KnownFiles;
  readonly takes: number;
  /** The connection to order at; null is the team's default. */
  readonly connectionId: string | null;
};

export type ToolAction =
  | { readonly type: "patch"; readonly patch: Patch }
  /** A value of an axis that is allowed now. */
  | { readonly type: "choose"; readonly name: string; readonly value: Value }
  /** A fix that a rule or the map offered. */
  | { readonly type: "change"; readonly patch: Patch }
  | { readonly type: "put-file"; readonly path: string; readonly reference: string; readonly file: KnownFile }
  | { readonly type: "set-takes"; readonly takes: number }
  | { readonly type: "choose-connection"; readonly connectionId: string | null }
  | { readonly type: "fill"; readonly draft: ToolDraft; readonly known: KnownFiles }
  | { readonly type: "restore"; readonly state: ToolState };

export function initialToolState(form: ToolForm): ToolState {
  return { draft: initialDraft(form), known: {}, takes: 1, connectionId: null };
}

/** The one place where a tool's content changes. */
export function toolReducer(form: ToolForm): (state: ToolState, action: ToolAction) => ToolState {
  return (state, action) => {
    const { draft, known } = state;
    switch (action.type) {
      case "patch":
        return holding(state, settled(form, state, writePatch(draft, action.patch)));
      case "choose":
        return holding(state, applyValue(form, draft, action));
      case "change":
        return holding(state, applyChange(form, draft, action.patch));
      case "put-file": {
        const { path, reference, file } = action;
        const next = { ...state, known: { ...known, [reference]: file } };
        return holding(next, settled(form, next, writePatch(draft, { [path]: reference })));
      }
      case "set-takes":
        return { ...state, takes: action.takes };
      case "choose-connection":
        return { ...state, connectionId: action.connectionId };
      case "fill":
        return holding({ ...state, known: action.known }, action.draft);
      case "restore":
        return action.state;
    }
  };
}

/** What another build, or anyone, may have stored; null when it is no such state at all. */
export function parseToolState(form: ToolForm, value: unknown): ToolState | null {
  if (!isRecord(value)) return null;
  const draft = readDraft(form, value.draft);
  if (draft === null) return null;
  const { takes, connectionId } = value;
  const empty = initialToolState(form);
  const isCount = typeof takes === "number" && Number.isInteger(takes) && takes >= 1;
  return holding(
    {
      ...empty,
      known: readKnown(value.known),
      takes: isCount ? takes : empty.takes,
      connectionId: typeof connectionId === "string" ? connectionId : null,
    },
    draft,
  );
}

/** Settings are soon made again; words, files and subjects are not. */
const CONTENT = ["prompt", "text", "file", "files", "result", "elements", "shots", "custom"];

/** Whether anything was put in that a person would miss; what the form began with is no such thing. */
export function hasToolContent(form: ToolForm, { draft }: ToolState): boolean {
  const begun = initialDraft(form);
  return form.fields.some(({ type, path }) => {
    if (!CONTENT.includes(type)) return false;
    const value = readPath(draft, path);
    return !isEmpty(value) && JSON.stringify(value) !== JSON.stringify(readPath(begun, path));
  });
}

function settled(form: ToolForm, { draft: before, known }: ToolState, draft: ToolDraft): ToolDraft {
  return form.settle?.(draft, { before, known }) ?? draft;
}

/** Forgets files that the draft no longer names. */
function holding(state: ToolState, draft: ToolDraft): ToolState {
  const text = JSON.stringify(draft);
  const named = Object.entries(state.known).filter(([reference]) => text.includes(JSON.stringify(reference)));
  return { ...state, draft, known: Object.fromEntries(named) };
}

function readKnown(value: unknown): KnownFiles {
  if (!isRecord(value)) return {};
  const read = Object.entries(value).filter(([, file]) => isKnownFile(file));
  // Each of them has just been looked at.
  return Object.fromEntries(read) as KnownFiles;
}

function isKnownFile(file: unknown): boolean {
  if (!isRecord(file)) return false;
  const isNumber = (value: unknown) => value === null || typeof value === "number";
  return (
    typeof file.name === "string" &&
    (file.assetId === undefined || typeof file.assetId === "string") &&
    typeof file.mime === "string" &&
    typeof file.bytes === "number" &&
    [file.widthPx, file.heightPx, file.durationSeconds, file.fps].every(isNumber) &&
    (file.hasSound === null || typeof file.hasSound === "boolean") &&
    (file.faces === undefined || (Array.isArray(file.faces) && file.faces.every(isFaceSpan)))
  );
}

function isFaceSpan(face: unknown): boolean {
  if (!isRecord(face)) return false;
  const { face_id, start_time, end_time } = face;
  return typeof face_id === "string" && typeof start_time === "number" && typeof end_time === "number";
}
