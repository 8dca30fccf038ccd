import { fittedSeconds } from "../kinds/rules/shot-seconds.ts";
import { VOICES } from "../voices.ts";
import { INSTRUMENT_SAMPLES } from "./every-form.fixture.ts";
import type { ElementsField, Field, FileField, FilesField, ShotsField } from "./field.ts";
import { fileItemPath } from "./form-files.ts";
import { isRecord, listAt, readPath, type ToolDraft, writePath } from "./tool-draft.ts";
import { isRequired, isShown, type ToolForm, writePatch } from "./tool-form.ts";

/** What a person can do in a form, for the tests that go through all of it. */

const FILE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";

type Attachable = FileField | FilesField | ElementsField;

/** The draft with everything given that must be. */
export function filledIn(form: ToolForm, draft: ToolDraft): ToolDraft {
  return form.fields.reduce((whole, field) => {
    if (!isRequired(field) || !isShown(field, whole)) return whole;
    if (field.type === "shots") return withShots(field, whole);
    if (field.type === "files") {
      let full = whole;
      while (countOf(field, full) < field.min) full = addOne(field, full) ?? full;
      return full;
    }
    if (readPath(whole, field.path) !== undefined) return whole;
    if (field.type === "custom") return writePatch(whole, INSTRUMENT_SAMPLES[form.kind.kind] ?? {});
    return writePath(whole, field.path, sampleOf(field, whole));
  }, draft);
}

/** Every shot with words, together as long as the clip. */
function withShots(field: ShotsField, draft: ToolDraft): ToolDraft {
  const shots = listAt(draft, field.path).filter(isRecord);
  const total = Number(readPath(draft, field.durationPath));
  const lengths = fittedSeconds(
    shots.map(({ duration }) => Number(duration)),
    total,
  );
  const filled = shots.map((shot, at) => ({ ...shot, prompt: "a boat", duration: String(lengths?.[at]) }));
  return writePath(draft, field.path, filled);
}

export function countOf(field: Attachable, draft: ToolDraft): number {
  if (field.type === "file") return readPath(draft, field.path) === undefined ? 0 : 1;
  return listAt(draft, field.path).length;
}

/** One more; null when there is no place for it. */
export function addOne(field: Attachable, draft: ToolDraft): ToolDraft | null {
  const count = countOf(field, draft);
  if (field.type === "file") return count === 1 ? null : writePath(draft, field.path, FILE);
  if (count >= field.max(draft)) return null;
  if (field.type === "files") return writePath(draft, fileItemPath(field, count), FILE);
  return writePath(draft, `${field.path}[${count}]`, { element_id: String(800 + count) });
}

export function takeOne(field: Attachable, draft: ToolDraft): ToolDraft {
  if (field.type === "file") return writePath(draft, field.path, undefined);
  return writePath(draft, field.path, listAt(draft, field.path).slice(0, -1));
}

/** The ends and the edges of what a free field can hold. */
export function otherValues(field: Field, draft: ToolDraft): readonly unknown[] {
  switch (field.type) {
    case "text":
    case "prompt":
      return ["a paper boat", "船".repeat(field.maxCharacters)];
    case "range":
      return [field.min, field.assumed, field.max];
    case "number":
      return [field.min, field.assumed, field.max].map((value) => (field.isText ? String(value) : value));
    case "flag":
      return [field.on];
    case "select":
      return field.options(draft).map(({ value }) => value);
    case "voice":
      return VOICES.map(({ id }) => id);
    default:
      return [];
  }
}

function sampleOf(field: Field, draft: ToolDraft): unknown {
  if (field.type === "file") return FILE;
  if (field.type === "result") return "output_01JCQZZZZZZZZZZZZZZZZZZZZA";
  return otherValues(field, draft)[0];
}
