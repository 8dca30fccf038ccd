import type { Localized } from "#lib/shared/localized.ts";
import type { Draft } from "../draft.ts";
import { TASK_KIND_NAMES } from "../kind-names.ts";
import type { Value } from "../kinds/grid/grid.ts";
import { filesOf, type KnownFiles } from "./form-files.ts";
import { type ToolDraft, textAt } from "./tool-draft.ts";
import { pointOfDraft, type ToolForm } from "./tool-form.ts";

/** What one tool can hand to another, apart from where either keeps it. */
export type Carried = {
  /** What people call the tool it comes from. */
  readonly from: Localized;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly pictures: readonly string[];
  readonly videos: readonly string[];
  readonly sounds: readonly string[];
  /** By the name of their axis. */
  readonly settings: Readonly<Record<string, Value>>;
  readonly known: KnownFiles;
};

/** Settings that mean the same wherever a grid has them. The model first: the others stand on it. */
export const CARRIED_AXES = [
  "model_name",
  "mode",
  "duration",
  "aspect_ratio",
  "sound",
  "resolution",
] as const;

export function carriedFrom(form: ToolForm, draft: ToolDraft, known: KnownFiles): Carried {
  const files = filesOf(form, draft);
  const of = (media: string) =>
    files.filter(({ field }) => field.type === media).map(({ reference }) => reference);
  const [prompt] = form.fields.filter(({ type, path }) => type === "prompt" && path !== "negative_prompt");
  const point = pointOfDraft(form, draft);
  const settings = CARRIED_AXES.flatMap((axis) =>
    point[axis] === undefined ? [] : [[axis, point[axis]] as const],
  );
  return {
    from: TASK_KIND_NAMES[form.kind.kind],
    prompt: prompt ? textAt(draft, prompt.path) : "",
    negativePrompt: textAt(draft, "negative_prompt"),
    pictures: of("image"),
    videos: of("video"),
    sounds: of("audio"),
    settings: Object.fromEntries(settings),
    known,
  };
}

/** The same of the clips' own form. */
export function carriedFromClip(draft: Draft, known: KnownFiles): Carried {
  const {
    kind,
    prompt,
    negative_prompt,
    image,
    image_tail,
    model_name,
    mode,
    duration,
    aspect_ratio,
    sound,
  } = draft;
  return {
    from: TASK_KIND_NAMES[kind],
    prompt,
    negativePrompt: negative_prompt,
    pictures: kind === "image2video" ? [image, image_tail].filter((picture) => picture !== null) : [],
    videos: [],
    sounds: [],
    settings: { model_name, mode, duration, aspect_ratio, sound },
    known,
  };
}

/** Whether there is anything in it that a person would miss. */
export function hasCarriedContent(carried: Carried): boolean {
  const { prompt, negativePrompt, pictures, videos, sounds } = carried;
  return (
    [prompt, negativePrompt].some((text) => text.trim() !== "") ||
    pictures.length + videos.length + sounds.length > 0
  );
}
