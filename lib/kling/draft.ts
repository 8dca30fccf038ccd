import { modelsFor, offersAnywhere } from "./capabilities.ts";
import {
  type AspectRatio,
  DEFAULT_ASPECT_RATIO,
  DEFAULT_DURATION,
  DEFAULT_MODE,
  type Duration,
  type Mode,
  type Sound,
} from "./fields.ts";
import { MODELS, type ModelId } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";
import type { Image2VideoRequest } from "./requests/image2video.ts";
import type { Text2VideoRequest } from "./requests/text2video.ts";
import type { ClipKind } from "./task-kinds.ts";
import type { Combination } from "./verdict.ts";

/**
 * What the form holds, for any kind: every field has a place, so that nothing typed is lost when the kind or the model
 * changes for a moment. Plain JSON; `null` and `""` mean unset. `toRequest` keeps what the chosen kind and model take.
 */
export type Draft = {
  kind: ClipKind;
  model_name: ModelId;
  prompt: string;
  negative_prompt: string;
  mode: Mode;
  duration: Duration;
  aspect_ratio: AspectRatio;
  sound: Sound;
  /** `null`: leave it to upstream (0.5). */
  cfg_scale: number | null;
  /** Media references, see `media.ts`. */
  image: string | null;
  image_tail: string | null;
  watermark: boolean;
};

/** An empty form: the newest model, and upstream's defaults for the rest. */
export function defaultDraft(kind: ClipKind): Draft {
  return {
    kind,
    model_name: modelsFor(kind)[0] ?? "kling-v1",
    prompt: "",
    negative_prompt: "",
    mode: DEFAULT_MODE,
    duration: DEFAULT_DURATION,
    aspect_ratio: DEFAULT_ASPECT_RATIO,
    sound: "off",
    cfg_scale: null,
    image: null,
    image_tail: null,
    watermark: false,
  };
}

/**
 * The request this draft stands for. Left out: what is unset, what the kind has no field for, and settings that the model
 * has no control for (`mode`, `cfg_scale`, silent `sound`). Content is never left out: a sound or an end frame that the
 * model cannot make stays in and is reported by `checkRequest`.
 */
export function toRequest(draft: Draft): ClipRequest {
  switch (draft.kind) {
    case "text2video":
      return { kind: "text2video", ...clipFields(draft), aspect_ratio: draft.aspect_ratio };
    case "image2video":
      return {
        kind: "image2video",
        ...clipFields(draft),
        ...(draft.image !== null && { image: draft.image }),
        ...(draft.image_tail !== null && { image_tail: draft.image_tail }),
      };
  }
}

/** The form as it must have looked to make this request; the inverse of `toRequest` up to upstream's defaults. */
export function fromRequest(request: ClipRequest): Draft {
  const empty = defaultDraft(request.kind);
  const pictures = request.kind === "image2video" ? request : undefined;
  return {
    ...empty,
    model_name: request.model_name,
    prompt: request.prompt ?? "",
    negative_prompt: request.negative_prompt ?? "",
    mode: request.mode ?? empty.mode,
    duration: request.duration,
    aspect_ratio: request.aspect_ratio ?? empty.aspect_ratio,
    sound: request.sound ?? empty.sound,
    cfg_scale: request.cfg_scale ?? null,
    image: pictures?.image ?? null,
    image_tail: pictures?.image_tail ?? null,
    watermark: request.watermark_info?.enabled ?? false,
  };
}

/** What of the draft the capability map judges. */
export function combinationOfDraft(draft: Draft): Combination {
  const takesPictures = draft.kind === "image2video";
  return {
    kind: draft.kind,
    model: draft.model_name,
    mode: draft.mode,
    duration: draft.duration,
    sound: draft.sound,
    hasImage: takesPictures && draft.image !== null,
    hasEndFrame: takesPictures && draft.image_tail !== null,
  };
}

type ClipFields = Omit<Text2VideoRequest, "kind"> & Omit<Image2VideoRequest, "kind">;

function clipFields(draft: Draft): ClipFields {
  const { kind, model_name, prompt, negative_prompt, mode, duration, sound, cfg_scale, watermark } = draft;
  const hasSoundControl = offersAnywhere("sound", kind, model_name);
  const hasCfgControl = offersAnywhere("cfg_scale", kind, model_name);
  return {
    model_name,
    ...(isFilled(prompt) && { prompt }),
    ...(isFilled(negative_prompt) && { negative_prompt }),
    ...(MODELS[model_name].hasMode && { mode }),
    duration,
    ...((hasSoundControl || sound === "on") && { sound }),
    ...(hasCfgControl && cfg_scale !== null && { cfg_scale }),
    ...(watermark && { watermark_info: { enabled: true } }),
  };
}

function isFilled(text: string): boolean {
  return text.trim() !== "";
}
