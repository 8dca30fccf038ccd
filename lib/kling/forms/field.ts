import type { Localized } from "#lib/shared/localized.ts";
import type { Value } from "../kinds/grid/grid.ts";
import type { ReferenceType } from "../kinds/rules/prompt-references.ts";
import type { MediaLimit } from "../media-limits.ts";
import type { ModelId } from "../models.ts";
import type { TaskKind } from "../task-kinds.ts";
import type { ToolDraft } from "./tool-draft.ts";

/** Values by where they stand in the draft; undefined takes away what is there. */
export type Patch = Readonly<Record<string, unknown>>;

/** A mode, a model, a ratio …: the values of one axis of the kind's grid, each allowed or with its reason and its fix. */
export type ChoiceField = {
  readonly type: "choice";
  readonly axis: string;
  /** How the values are shown; chips when left out. */
  readonly look?: "chips" | "select" | "models" | "ratios";
  /** The axis's own name when left out. */
  readonly label?: Localized;
  readonly path: string;
  /** What a value writes when it is not simply itself at `path`. */
  readonly writes?: (value: Value) => Patch;
  /** The values that are chosen here; left out, all of the axis. The others follow from something else, e.g. a file. */
  readonly values?: readonly Value[];
} & Shown;

/** A line or a few of text beside the prompt: a name, a description. */
export type TextField = {
  readonly type: "text";
  readonly maxCharacters: number;
  readonly placeholder?: Localized;
  readonly isRequired?: boolean;
} & Named;

/** What the person writes: it has the bar below the stage. The negative prompt is one, too. */
export type PromptField = {
  readonly type: "prompt";
  readonly maxCharacters: number;
  readonly placeholder: Localized;
  readonly isRequired?: boolean;
  /** What may be named as `<<<image_1>>>`, and how many of it are there now. */
  readonly references?: (draft: ToolDraft) => Readonly<Partial<Record<ReferenceType, number>>>;
} & Named;

/** Any value between two; without one it is upstream's to choose. */
export type RangeField = {
  readonly type: "range";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What upstream takes when nothing is said. */
  readonly assumed: number;
  readonly ends?: readonly [Localized, Localized];
} & Named;

/** Steps with a unit. `isText`: the request spells the number as a text. `isRequired`: it is always said, first as assumed. */
export type NumberField = {
  readonly type: "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly assumed: number;
  readonly unit?: Localized;
  readonly isText?: boolean;
  readonly isRequired?: boolean;
} & Named;

/** On writes `on`; off takes it away. */
export type FlagField = { readonly type: "flag"; readonly on: unknown } & Named;

export type MediaType = "image" | "video" | "audio";

/** One file of the team. */
export type FileField = {
  readonly type: "file";
  readonly media: MediaType;
  readonly limit: MediaLimit;
  readonly isRequired?: boolean;
} & Attached &
  Named;

/** Several files, as items of a list. */
export type FilesField = {
  readonly type: "files";
  readonly media: MediaType;
  readonly limit: MediaLimit;
  /** Where the file stands inside its item, e.g. `image_url`; `""` when the item is the file. */
  readonly item: string;
  readonly min: number;
  readonly max: (draft: ToolDraft) => number;
  /** A word that an item may carry about what its file is for. */
  readonly role?: { readonly name: string; readonly options: readonly FieldOption[] };
} & Attached &
  Named;

/** A file that a finished task of the team made, named by its id. */
export type ResultField = {
  readonly type: "result";
  readonly media: "video" | "audio";
  readonly limit: MediaLimit;
  /** Kinds whose results may stand here; any that makes such a file when left out. */
  readonly madeBy?: readonly TaskKind[];
  /** Models whose results may; one whose model nobody knows may, too. */
  readonly models?: readonly ModelId[];
  readonly isRequired?: boolean;
} & Named;

/** Subjects of the library, as `element_list`. */
export type ElementsField = {
  readonly type: "elements";
  readonly max: (draft: ToolDraft) => number;
} & Attached &
  Named;

/** A voice of the catalogue of speech (`voices.ts`), by its id. */
export type VoiceField = {
  readonly type: "voice";
  /** Where the language is said, which decides the list. */
  readonly languagePath: string;
  readonly isRequired?: boolean;
} & Named;

/** The shots of one clip, as `multi_prompt`: each its words and its seconds. */
export type ShotsField = {
  readonly type: "shots";
  readonly maxShots: number;
  readonly maxCharacters: number;
  /** Where the length of the whole clip is said. */
  readonly durationPath: string;
  readonly isRequired?: boolean;
  /** What may be named in the words of a shot. */
  readonly references?: PromptField["references"];
  /** The picture that the first shot begins with; none for a form that has no such picture, or not now. */
  readonly firstPicture?: (draft: ToolDraft) => string | undefined;
} & Named;

export type FieldOption = { readonly value: string; readonly label: Localized };

/** One of a catalogue too long for chips. */
export type SelectField = {
  readonly type: "select";
  readonly options: (draft: ToolDraft) => readonly FieldOption[];
  /** What the first line says when nothing is chosen; without it, something always is. */
  readonly none?: Localized;
  readonly isRequired?: boolean;
} & Named;

/** An instrument of its own: a face picker, a frame to widen. `components/create/tool/instruments.tsx` loads it by name. */
export type CustomField = {
  readonly type: "custom";
  readonly instrument: string;
  readonly isRequired?: boolean;
  /** Everything that it writes, its own path among them; `$…` is a note to itself and is never sent. */
  readonly paths: readonly string[];
} & Named;

export type Field =
  | ChoiceField
  | TextField
  | PromptField
  | RangeField
  | NumberField
  | FlagField
  | FileField
  | FilesField
  | ResultField
  | ElementsField
  | VoiceField
  | ShotsField
  | SelectField
  | CustomField;

type Shown = {
  readonly hint?: Localized;
  /** Whether the field has a meaning now. Its value is kept while it has not, and left out of the request. */
  readonly when?: (draft: ToolDraft) => boolean;
  /** Whether another field shows its value now, as an instrument does with the picture it works on: then it has no place. */
  readonly isElsewhere?: (draft: ToolDraft) => boolean;
  /** Where it stands; left out, files and results are on the stage, prompts in their bar, and the rest in the settings. */
  readonly place?: "stage" | "bar" | "settings";
};

/** How many are attached is an axis of some grids: it is asked before one more is put in. */
type Attached = { readonly axis?: string };

type Named = Shown & {
  /** Where its value stands in the request. */
  readonly path: string;
  readonly label: Localized;
};

type ChoiceOptions = Partial<Omit<ChoiceField, "type" | "axis">>;

/** A choice on an axis; it stands at `options.path`, or at the path of the axis's own name. */
export function choice(axis: string, options: ChoiceOptions = {}): ChoiceField {
  return { type: "choice", axis, path: axis, ...options };
}

/** Everything in the draft that belongs to the field. */
export function pathsOf(field: Field, values: readonly Value[] = []): readonly string[] {
  if (field.type === "custom") return field.paths;
  if (field.type !== "choice" || field.writes === undefined) return [field.path];
  return [...new Set(values.flatMap((value) => Object.keys(field.writes?.(value) ?? {})))];
}

/** Where a field stands on the screen. */
export function placeOf({ place, type }: Field): "stage" | "bar" | "settings" {
  if (place !== undefined) return place;
  if (type === "prompt") return "bar";
  return type === "file" || type === "files" || type === "result" ? "stage" : "settings";
}
