import { modelsFor } from "../capabilities.ts";
import { DEFAULT_DURATION } from "../fields.ts";
import { outputSpec } from "../output.ts";
import { priceOf } from "../prices.ts";
import type { Text2VideoRequest } from "../requests/text2video.ts";
import { refusalsFrom } from "./grid/claims.ts";
import type { Point } from "./grid/grid.ts";
import { durationAxis, modeAxis, modelAxis, RATIO_AXIS, SHOTS_AXIS, SOUND_AXIS } from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { CAMERA_CELLS, cameraAxis } from "./map/camera-cells.ts";
import { clipCells } from "./map/clip-cells.ts";
import { clipPoint, clipRefusals, isBlocked } from "./map/clip-refusals.ts";
import { SHOT_CELLS, SHOT_CLAIM } from "./map/shot-cells.ts";
import { cameraViolations } from "./rules/camera-rules.ts";
import { clipViolations } from "./rules/clip-rules.ts";
import { ignored } from "./rules/field-rules.ts";
import { promptTexts, referenceViolations } from "./rules/prompt-references.ts";
import { shotViolations } from "./rules/shot-rules.ts";

const CELLS = [...clipCells("text2video"), ...SHOT_CELLS, ...CAMERA_CELLS.text2video];
const refusedClaims = refusalsFrom(CELLS, [SHOT_CLAIM]);

function refusals(point: Point) {
  const found = clipRefusals("text2video", point);
  return isBlocked(found) ? found : [...found, ...refusedClaims(point)];
}

/** A clip from a prompt (off-26 §3.1). */
export const text2video = defineKind<Text2VideoRequest>({
  kind: "text2video",
  product: "video",
  answers: "task",
  defaults: { model_name: "kling-v1", duration: DEFAULT_DURATION },
  grid: {
    axes: [
      modelAxis(modelsFor("text2video")),
      modeAxis(),
      durationAxis(),
      SOUND_AXIS,
      RATIO_AXIS,
      SHOTS_AXIS,
      cameraAxis("text2video"),
    ],
    defaults: {
      model_name: "kling-v3",
      mode: "std",
      duration: "5",
      sound: "off",
      aspect_ratio: "16:9",
      multi_shot: "none",
      camera: "none",
    },
    cells: CELLS,
    refusals,
  },
  pointOf: (request) => ({ ...clipPoint(request), aspect_ratio: request.aspect_ratio ?? "16:9" }),
  rules: (request) => [
    ...clipViolations(request),
    ...shotViolations(request),
    ...cameraViolations(request.camera_control),
    ...(request.voice_list === undefined ? [] : [ignored("voice_list", NO_VOICES)]),
    // A prompt may name voices, but this endpoint has no list of them to check against (§10.5 #31).
    ...referenceViolations(promptTexts(request), { image: 0, element: 0, video: 0 }),
  ],
  price: (request) => priceOf(request),
  output: (request) => ({ videos: [outputSpec(request)], images: [], audios: [] }),
});

const NO_VOICES = { zh: "文生视频不使用指定音色", en: "Text to video has no use for chosen voices" };
