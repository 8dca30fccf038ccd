import { type AspectRatio, DEFAULT_ASPECT_RATIO, DEFAULT_MODE, type Mode } from "./fields.ts";
import type { ModelId } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";
import type { ClipKind } from "./task-kinds.ts";

export const RESOLUTIONS = ["720p", "1080p", "4k"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type ImageSize = { readonly widthPx: number; readonly heightPx: number };

export type OutputSpec = ImageSize & {
  readonly resolution: Resolution;
  readonly fps: number;
  /** Upstream documents no frame rate for this model and 24 is our assumption. */
  readonly isFpsAssumed: boolean;
  readonly durationSeconds: number;
  readonly hasSound: boolean;
};

/** Length of the shorter side. Our reading of "720p" for every ratio: 1:1 at 720p is 720×720; upstream gives no pixels. */
export const SHORT_SIDE_PX: Readonly<Record<Resolution, number>> = { "720p": 720, "1080p": 1080, "4k": 2160 };

/**
 * What the clip of this request measures (api-reference §6.1). A text2video clip has the ratio asked for; an image2video
 * clip has the ratio of its picture (16:9 while `imageSize` is unknown) at the same class of pixels. Sides are even, as
 * H.264 wants them. Total: a mode the model lacks gives the model's best.
 */
export function outputSpec(request: ClipRequest, imageSize?: ImageSize): OutputSpec {
  const resolution = resolutionOf(request.model_name, request.mode);
  const { fps, isAssumed } = frameRateOf(request.kind, request.model_name);
  const ratio = request.kind === "image2video" ? imageSize : ratioSize(request.aspect_ratio);
  return {
    ...scaleToShortSide(ratio ?? ratioSize(DEFAULT_ASPECT_RATIO), SHORT_SIDE_PX[resolution]),
    resolution,
    fps,
    isFpsAssumed: isAssumed,
    durationSeconds: Number(request.duration),
    hasSound: request.sound === "on",
  };
}

/** Resolution class of a model in a mode (§6.1; 4k since 2026-04-23, upd). */
export function resolutionOf(model: ModelId, mode: Mode | undefined): Resolution {
  const byMode = RESOLUTION_BY_MODEL[model];
  if (typeof byMode === "string") return byMode;
  return byMode[mode ?? DEFAULT_MODE] ?? byMode.pro;
}

type ResolutionByMode = { readonly std: Resolution; readonly pro: Resolution; readonly "4k"?: Resolution };

const STANDARD: ResolutionByMode = { std: "720p", pro: "1080p" };
const UP_TO_4K: ResolutionByMode = { std: "720p", pro: "1080p", "4k": "4k" };

const RESOLUTION_BY_MODEL: Readonly<Record<ModelId, Resolution | ResolutionByMode>> = {
  "kling-v1": { std: "720p", pro: "720p" },
  "kling-v1-5": STANDARD,
  "kling-v1-6": STANDARD,
  "kling-v2-master": "720p",
  "kling-v2-1": STANDARD,
  "kling-v2-1-master": "1080p",
  "kling-v2-5-turbo": STANDARD,
  "kling-v2-6": STANDARD,
  "kling-video-o1": STANDARD,
  "kling-v3": UP_TO_4K,
  "kling-v3-omni": UP_TO_4K,
};

/** Models of 30 fps (§6.1): kling-v1-6 is 30 from a picture and 24 from text. */
const THIRTY_FPS: Readonly<Record<ClipKind, readonly ModelId[]>> = {
  text2video: ["kling-v1", "kling-v1-5"],
  image2video: ["kling-v1", "kling-v1-5", "kling-v1-6"],
};

/** Models whose frame rate no page states (§11). */
const UNDOCUMENTED_FPS: readonly ModelId[] = ["kling-v2-6", "kling-v3"];

function frameRateOf(kind: ClipKind, model: ModelId): { fps: number; isAssumed: boolean } {
  return { fps: THIRTY_FPS[kind].includes(model) ? 30 : 24, isAssumed: UNDOCUMENTED_FPS.includes(model) };
}

function ratioSize(ratio: AspectRatio = DEFAULT_ASPECT_RATIO): ImageSize {
  const [widthPx = 16, heightPx = 9] = ratio.split(":").map(Number);
  return { widthPx, heightPx };
}

/** The same shape with a shorter side of so many pixels; sides are even. */
export function scaleToShortSide({ widthPx, heightPx }: ImageSize, shortSidePx: number): ImageSize {
  const scale = shortSidePx / Math.min(widthPx, heightPx);
  return { widthPx: nearestEven(widthPx * scale), heightPx: nearestEven(heightPx * scale) };
}

function nearestEven(lengthPx: number): number {
  return Math.round(lengthPx / 2) * 2;
}
