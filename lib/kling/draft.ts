import { CAMERA_AXIS_FIELDS, type CameraAxis, type CameraType } from "./camera.ts";
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
import { GUIDES_OF_KIND, type Guide } from "./guides.ts";
import { MODELS, type ModelId } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";
import type { Image2VideoRequest } from "./requests/image2video.ts";
import type { Text2VideoRequest } from "./requests/text2video.ts";
import { guideOfRequest } from "./rules.ts";
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
  /** The others are kept as they are while one is chosen. What is painted is a document of its own (`lib/motion`). */
  guide: Guide;
  camera_type: CameraType;
  /** The one axis that moves with `simple`, and how far; 0 for no movement yet. */
  camera_axis: CameraAxis;
  camera_value: number;
};

/** What the motion brush adds to a request. */
export type Masks = Pick<Image2VideoRequest, "static_mask" | "dynamic_masks">;

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
    guide: "frames",
    camera_type: "simple",
    camera_axis: "zoom",
    camera_value: 0,
  };
}

/** What leads the clip of this draft: what its kind does not have stays chosen for when the kind changes back. */
export function guideOf({ kind, guide }: Pick<Draft, "kind" | "guide">): Guide {
  return GUIDES_OF_KIND[kind].includes(guide) ? guide : "frames";
}

/**
 * The request this draft stands for, with the masks that were painted for it. Left out: what is unset, what the kind has no
 * field for, what another guide stands for, and settings that the model has no control for (`mode`, `cfg_scale`, silent
 * `sound`). Content is never left out: a sound or an end frame that the model cannot make stays in and is reported by
 * `checkRequest`.
 */
export function toRequest(draft: Draft, masks: Masks = {}): ClipRequest {
  switch (draft.kind) {
    case "text2video":
      return { kind: "text2video", ...clipFields(draft), aspect_ratio: draft.aspect_ratio };
    case "image2video":
      return {
        kind: "image2video",
        ...clipFields(draft),
        ...(draft.image !== null && { image: draft.image }),
        ...(guideOf(draft) === "frames" && draft.image_tail !== null && { image_tail: draft.image_tail }),
        ...(guideOf(draft) === "brush" && masks),
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
    guide: guideOfRequest(request),
    ...cameraOf(request, empty),
  };
}

/** The masks of a request; empty when it has none. */
export function masksOf(request: ClipRequest): Masks {
  if (request.kind !== "image2video") return {};
  const { static_mask, dynamic_masks } = request;
  return { ...(static_mask !== undefined && { static_mask }), ...(dynamic_masks && { dynamic_masks }) };
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
    guide: guideOf(draft),
    camera: draft.camera_type,
  };
}

type ClipFields = Omit<Text2VideoRequest, "kind"> & Omit<Image2VideoRequest, "kind">;

function clipFields(draft: Draft): ClipFields {
  const { kind, model_name, prompt, negative_prompt, mode, duration, sound, cfg_scale, watermark } = draft;
  const camera_control = guideOf(draft) === "camera" ? cameraControlOf(draft) : undefined;
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
    ...(camera_control && { camera_control }),
    ...(watermark && { watermark_info: { enabled: true } }),
  };
}

/** A ready-made movement of the camera, or one axis and how far it goes. */
export type CameraChoice = Pick<Draft, "camera_type" | "camera_axis" | "camera_value">;

/** The movement that this stands for; undefined while the camera stands still. */
export function cameraControlOf(choice: CameraChoice): ClipRequest["camera_control"] {
  const { camera_type, camera_axis, camera_value } = choice;
  if (camera_type !== "simple") return { type: camera_type };
  return camera_value === 0 ? undefined : { type: "simple", config: { [camera_axis]: camera_value } };
}

function cameraOf({ camera_control }: ClipRequest, empty: Draft): CameraChoice {
  const { type: camera_type = empty.camera_type, config = {} } = camera_control ?? {};
  const camera_axis = CAMERA_AXIS_FIELDS.find((axis) => (config[axis] ?? 0) !== 0) ?? empty.camera_axis;
  return { camera_type, camera_axis, camera_value: config[camera_axis] ?? 0 };
}

function isFilled(text: string): boolean {
  return text.trim() !== "";
}
