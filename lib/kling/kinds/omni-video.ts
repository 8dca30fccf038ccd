import { DEFAULT_DURATION, type Mode } from "../fields.ts";
import type { OmniVideoRequest } from "../requests/omni-video.ts";
import type { Axis, Point } from "./grid/grid.ts";
import {
  countAxis,
  durationAxis,
  modeAxis,
  modelAxis,
  RATIO_AXIS,
  SHOTS_AXIS,
  SOUND_AXIS,
} from "./grid/video-axes.ts";
import { defineKind, type FactsByPath, type VideoPlan } from "./kind.ts";
import { videoRefusals } from "./map/generation.ts";
import { OMNI_CELLS, OMNI_CLAIMS, OMNI_EXCLUSIONS } from "./map/omni-video-map.ts";
import { omniPrice, omniSeconds } from "./price/omni-video-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { omniViolations } from "./rules/omni-video-rules.ts";
import { shotsOf } from "./rules/shot-rules.ts";
import { frameSize } from "./size/frame-size.ts";
import { ratioSides } from "./size/picture-size.ts";

/** When `mode` is left out (off-26, S003; §10.5 #18: comfy-oas says std). */
export const OMNI_DEFAULT_MODE: Mode = "pro";

const FRAME_NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  none: { zh: "无", en: "none" },
  first: { zh: "首帧", en: "first frame" },
  first_end: { zh: "首尾帧", en: "first and end frame" },
};

const FRAMES_AXIS: Axis = {
  name: "frames",
  path: "image_list",
  label: { zh: "首尾帧", en: "Frames" },
  values: Object.keys(FRAME_NAMES),
  valueLabel: (value) => FRAME_NAMES[String(value)] ?? { zh: String(value), en: String(value) },
  cost: { change: 200, step: 5 },
  isAttachment: true,
};

const VIDEO_NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  none: { zh: "无", en: "none" },
  feature: { zh: "参考", en: "to refer to" },
  base: { zh: "待编辑", en: "to edit" },
};

const VIDEO_AXIS: Axis = {
  name: "video",
  path: "video_list",
  label: { zh: "视频", en: "Video" },
  values: Object.keys(VIDEO_NAMES),
  valueLabel: (value) => VIDEO_NAMES[String(value)] ?? { zh: String(value), en: String(value) },
  cost: { change: 200, step: 5 },
  isAttachment: true,
};

/** A clip from a prompt with pictures, elements and a video to refer to or to edit (off-26 §3.4, S003). */
export const omniVideo = defineKind<OmniVideoRequest>({
  kind: "omni-video",
  product: "video",
  answers: "task",
  defaults: { model_name: "kling-video-o1", duration: DEFAULT_DURATION },
  grid: {
    axes: [
      modelAxis(["kling-v3-omni", "kling-video-o1"]),
      modeAxis(),
      durationAxis(),
      SOUND_AXIS,
      RATIO_AXIS,
      SHOTS_AXIS,
      FRAMES_AXIS,
      countAxis("images", { zh: "参考图", en: "Pictures" }, { path: "image_list", max: 7 }),
      countAxis("elements", { zh: "主体", en: "Elements" }, { path: "element_list", max: 7 }),
      VIDEO_AXIS,
    ],
    defaults: {
      model_name: "kling-v3-omni",
      mode: OMNI_DEFAULT_MODE,
      duration: "5",
      sound: "off",
      aspect_ratio: "16:9",
      multi_shot: "none",
      frames: "none",
      images: 0,
      elements: 0,
      video: "none",
    },
    cells: OMNI_CELLS,
    refusals: videoRefusals({
      kind: "omni-video",
      cells: OMNI_CELLS,
      claims: OMNI_CLAIMS,
      exclusions: OMNI_EXCLUSIONS,
    }),
  },
  pointOf: (request) => ({
    model_name: request.model_name,
    mode: request.mode ?? OMNI_DEFAULT_MODE,
    duration: request.duration,
    sound: request.sound ?? "off",
    aspect_ratio: request.aspect_ratio ?? "16:9",
    multi_shot: shotsOf(request),
    frames: framesOf(request),
    images: request.image_list?.filter(({ type }) => type === undefined).length ?? 0,
    elements: request.element_list?.length ?? 0,
    video: videoOf(request),
  }),
  rules: omniViolations,
  price: (request, facts) => omniPrice({ ...request, mode: request.mode ?? OMNI_DEFAULT_MODE }, facts),
  output: (request, facts) => ({ videos: [planOf(request, facts)], images: [], audios: [] }),
});

function framesOf({ image_list = [] }: OmniVideoRequest): Point[string] {
  const hasFirst = image_list.some(({ type }) => type === "first_frame");
  const hasEnd = image_list.some(({ type }) => type === "end_frame");
  if (hasFirst) return hasEnd ? "first_end" : "first";
  return hasEnd ? "end" : "none";
}

function videoOf({ video_list }: OmniVideoRequest): Point[string] {
  const video = video_list?.[0];
  return video === undefined ? "none" : (video.refer_type ?? "base");
}

function planOf(request: OmniVideoRequest, facts: FactsByPath): VideoPlan {
  const video = request.video_list?.[0];
  const keepsSound = video?.keep_original_sound === "yes";
  return {
    ...frameSize(shapeOf(request, facts), request.model_name, request.mode ?? OMNI_DEFAULT_MODE),
    fps: 24,
    durationSeconds: omniSeconds(request, facts) ?? Number(request.duration),
    hasSound:
      request.sound === "on" || (keepsSound && facts.get("video_list[0].video_url")?.hasSound !== false),
  };
}

/** The shape of the video that is edited, else of the first frame, else the one asked for. */
function shapeOf(request: OmniVideoRequest, facts: FactsByPath) {
  const asked = ratioSides(request.aspect_ratio ?? "16:9");
  if (videoOf(request) === "base") return sizeAt(facts, "video_list[0].video_url") ?? asked;
  const first = request.image_list?.findIndex(({ type }) => type === "first_frame") ?? -1;
  return first === -1 ? asked : (sizeAt(facts, `image_list[${first}].image_url`) ?? asked);
}
