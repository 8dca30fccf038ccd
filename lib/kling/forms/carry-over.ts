import type { Localized } from "#lib/shared/localized.ts";
import { type Draft, defaultDraft } from "../draft.ts";
import { switchKind } from "../switch-kind.ts";
import type { ClipKind } from "../task-kinds.ts";
import { applyValue } from "./apply-change.ts";
import { CARRIED_AXES, type Carried } from "./carried.ts";
import { choiceIn } from "./choice-in.ts";
import type { Field, MediaType } from "./field.ts";
import { fileItemPath, type KnownFiles } from "./form-files.ts";
import { listAt, readPath, type ToolDraft, writePath } from "./tool-draft.ts";
import { axisOf, initialDraft, isShown, pointOfDraft, type ToolForm } from "./tool-form.ts";

export type CarriedOver<State> = {
  readonly draft: State;
  readonly known: KnownFiles;
  /** What found no place, in words. */
  readonly setAside: readonly Localized[];
};

const NAMES = {
  prompt: { zh: "提示词", en: "prompt" },
  negativePrompt: { zh: "反向提示词", en: "negative prompt" },
  image: { zh: "图片", en: "picture" },
  video: { zh: "视频", en: "video" },
  audio: { zh: "音频", en: "sound" },
} as const satisfies Record<string, Localized>;

/** A new draft of this tool with whatever fits of what another held; nothing is bent to make it fit. */
export function carryOver(form: ToolForm, carried: Carried): CarriedOver<ToolDraft> {
  const setAside: Localized[] = [];
  let draft = withSettings(form, initialDraft(form), carried);
  const texts = [
    [NAMES.prompt, carried.prompt, form.fields.find(isMainPrompt)],
    [
      NAMES.negativePrompt,
      carried.negativePrompt,
      form.fields.find(({ path }) => path === "negative_prompt"),
    ],
  ] as const;
  for (const [name, text, field] of texts) {
    if (text.trim() === "") continue;
    if (field === undefined) setAside.push(name);
    else draft = writePath(draft, field.path, text);
  }
  const media = [
    ["image", carried.pictures],
    ["video", carried.videos],
    ["audio", carried.sounds],
  ] as const;
  for (const [type, references] of media) {
    for (const reference of references) {
      const next = withFile(form, draft, { type, reference });
      if (next === null) setAside.push(NAMES[type]);
      else draft = next;
    }
  }
  return { draft, known: carried.known, setAside: [...new Set(setAside)] };
}

/** The same into the clips' own form. */
export function carryOverToClip(kind: ClipKind, carried: Carried): CarriedOver<Draft> {
  const { prompt, negativePrompt, pictures, videos, sounds, known } = carried;
  const [image = null, image_tail = null] = pictures;
  const draft = { ...defaultDraft(kind), prompt, negative_prompt: negativePrompt };
  const setAside: Localized[] = [
    ...(pictures.length > (kind === "text2video" ? 0 : 2) ? [NAMES.image] : []),
    ...(videos.length > 0 ? [NAMES.video] : []),
    ...(sounds.length > 0 ? [NAMES.audio] : []),
  ];
  const withPictures = kind === "text2video" ? draft : { ...draft, image, image_tail };
  return { draft: switchKind(withPictures, kind), known, setAside };
}

function isMainPrompt({ type, path }: Field): boolean {
  return type === "prompt" && path !== "negative_prompt";
}

/** One setting after the other, each only where it is legal beside those before it. */
function withSettings(form: ToolForm, empty: ToolDraft, { settings }: Carried): ToolDraft {
  let draft = empty;
  for (const name of CARRIED_AXES) {
    const value = settings[name];
    if (value === undefined || !axisOf(form, name)?.values.includes(value)) continue;
    if (choiceIn(form, draft, { name, value }).allowed) draft = applyValue(form, draft, { name, value });
  }
  return draft;
}

type Incoming = { readonly type: MediaType; readonly reference: string };

/** The file in the first place that is free for it; null when none is, or none may be filled now. */
export function withFile(form: ToolForm, draft: ToolDraft, { type, reference }: Incoming): ToolDraft | null {
  for (const field of form.fields) {
    if ((field.type !== "file" && field.type !== "files") || field.media !== type) continue;
    if (!isShown(field, draft)) continue;
    const path = freePlace(field, draft);
    if (path === null) continue;
    const next = writePath(draft, path, reference);
    const { axis } = field;
    const value = axis === undefined ? undefined : pointOfDraft(form, next)[axis];
    if (axis === undefined || value === undefined || choiceIn(form, draft, { name: axis, value }).allowed)
      return next;
  }
  return null;
}

function freePlace(field: Extract<Field, { type: "file" | "files" }>, draft: ToolDraft): string | null {
  if (field.type === "file") return readPath(draft, field.path) === undefined ? field.path : null;
  const count = listAt(draft, field.path).length;
  return count < field.max(draft) ? fileItemPath(field, count) : null;
}
