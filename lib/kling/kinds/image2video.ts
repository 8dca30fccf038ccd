import { modelsFor } from "../capabilities.ts";
import { DEFAULT_DURATION } from "../fields.ts";
import { outputSpec } from "../output.ts";
import { priceOf } from "../prices.ts";
import type { Image2VideoRequest } from "../requests/image2video.ts";
import type { Axis, Point } from "./grid/grid.ts";
import {
  countAxis,
  durationAxis,
  modeAxis,
  modelAxis,
  presenceAxis,
  SHOTS_AXIS,
  SOUND_AXIS,
} from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { cameraAxis } from "./map/camera-cells.ts";
import { clipPoint } from "./map/clip-refusals.ts";
import { IMAGE2VIDEO_CELLS, image2videoRefusals, MAX_CLIP_ELEMENTS } from "./map/image2video-map.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { cameraViolations } from "./rules/camera-rules.ts";
import { clipViolations } from "./rules/clip-rules.ts";
import { sizeAt } from "./rules/facts.ts";
import { maskViolations } from "./rules/mask-rules.ts";
import { promptTexts, referencesIn, referenceViolations } from "./rules/prompt-references.ts";
import { shotViolations } from "./rules/shot-rules.ts";

const MASKS_AXIS: Axis = {
  name: "masks",
  path: "dynamic_masks",
  label: { zh: "运动笔刷", en: "Motion brush" },
  values: ["none", "static", "dynamic", "both"],
  cost: { change: 200, step: 5 },
  isAttachment: true,
};

/** Voices of one clip (off-26 §3.2). */
const MAX_VOICES = 2;

/** Units per second of pro with sound once the prompt names a voice (price, upd; S003 "指定音色"). */
const VOICE_RATE = 1.2;

/** A clip from a first frame, an end frame or both (off-26 §3.2). */
export const image2video = defineKind<Image2VideoRequest>({
  kind: "image2video",
  product: "video",
  answers: "task",
  defaults: { model_name: "kling-v1", duration: DEFAULT_DURATION },
  grid: {
    axes: [
      modelAxis(modelsFor("image2video")),
      modeAxis(),
      durationAxis(),
      SOUND_AXIS,
      presenceAxis("image", { zh: "首帧", en: "First frame" }),
      presenceAxis("image_tail", { zh: "尾帧", en: "End frame" }),
      SHOTS_AXIS,
      cameraAxis("image2video"),
      MASKS_AXIS,
      countAxis("elements", { zh: "主体", en: "Elements" }, { path: "element_list", max: MAX_CLIP_ELEMENTS }),
      countAxis("voices", { zh: "音色", en: "Voices" }, { path: "voice_list", max: MAX_VOICES }),
    ],
    defaults: {
      model_name: "kling-v3",
      mode: "std",
      duration: "5",
      sound: "off",
      image: false,
      image_tail: false,
      multi_shot: "none",
      camera: "none",
      masks: "none",
      elements: 0,
      voices: 0,
    },
    cells: IMAGE2VIDEO_CELLS,
    refusals: image2videoRefusals,
  },
  pointOf: (request) => ({
    ...clipPoint(request),
    image: request.image !== undefined,
    image_tail: request.image_tail !== undefined,
    masks: masksOf(request),
    elements: request.element_list?.length ?? 0,
    voices: request.voice_list?.length ?? 0,
  }),
  rules: (request, facts) => [
    ...clipViolations(request),
    ...shotViolations(request),
    ...cameraViolations(request.camera_control),
    ...maskViolations(request, facts),
    ...referenceViolations(promptTexts(request), {
      image: [request.image, request.image_tail].filter((picture) => picture !== undefined).length,
      element: request.element_list?.length ?? 0,
      video: 0,
      voice: request.voice_list?.length ?? 0,
    }),
  ],
  price: (request) => {
    const { model_name, mode, sound, duration } = request;
    const isVoiceRate =
      model_name === "kling-v2-6" && mode === "pro" && sound === "on" && namesVoice(request);
    return isVoiceRate ? listedPrice(VOICE_RATE * Number(duration), PRICE_PAGE) : priceOf(request);
  },
  output: (request, facts) => ({
    videos: [outputSpec(request, sizeAt(facts, "image", "image_tail"))],
    images: [],
    audios: [],
  }),
});

function masksOf({ static_mask, dynamic_masks }: Image2VideoRequest): Point[string] {
  if (dynamic_masks === undefined) return static_mask === undefined ? "none" : "static";
  return static_mask === undefined ? "dynamic" : "both";
}

/** A voice costs extra only when one is listed and a prompt refers to it (S003, off-26). */
function namesVoice(request: Image2VideoRequest): boolean {
  if (request.voice_list === undefined) return false;
  return promptTexts(request).some(({ text = "" }) =>
    referencesIn(text).some(({ type }) => type === "voice"),
  );
}
