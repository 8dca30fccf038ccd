import type { Localized } from "#lib/shared/localized.ts";
import { type Claim, refusalsFrom } from "../grid/claims.ts";
import { brokenExclusions, countAt, type Exclusion } from "../grid/exclusions.ts";
import type { MapCell, Point, Refusal } from "../grid/grid.ts";
import { modelLabel } from "../grid/video-axes.ts";
import { CAMERA_CELLS } from "./camera-cells.ts";
import { clipCells } from "./clip-cells.ts";
import { clipRefusals, isBlocked } from "./clip-refusals.ts";
import { MASK_CELLS } from "./mask-cells.ts";
import { SHOT_CELLS, SHOT_CLAIM } from "./shot-cells.ts";

/** `element_list` of a clip (off-26 §3.2). */
export const MAX_CLIP_ELEMENTS = 3;

/** Everything the map says of image2video: the form's rows, and what only other clients send. */
export const IMAGE2VIDEO_CELLS: readonly MapCell[] = [
  ...clipCells("image2video"),
  ...SHOT_CELLS,
  ...CAMERA_CELLS.image2video,
  ...MASK_CELLS,
  {
    feature: "elements",
    where: { model_name: ["kling-v3"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.2, §6.2",
  },
  {
    feature: "elements_with_voices",
    where: {},
    support: "no",
    evidence: "contradicted",
    source: "off-26 §3.2, over one official sample that sends both",
  },
  {
    feature: "voices",
    where: { model_name: ["kling-v2-6"], mode: ["pro"], duration: ["5", "10"], sound: ["on"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.2, §6.2",
  },
];

const CLAIMS: readonly Claim[] = [
  SHOT_CLAIM,
  {
    feature: "elements",
    axis: "elements",
    isMade: (point) => countAt(point, "elements") > 0,
    message: ({ model_name }) => {
      const name = modelLabel(model_name);
      return { zh: `${name.zh} 图生视频不支持主体`, en: `${name.en} takes no elements here` };
    },
  },
  {
    feature: "elements_with_voices",
    axis: "voices",
    isMade: (point) => countAt(point, "elements") > 0 && countAt(point, "voices") > 0,
    message: () => ({
      zh: "主体与指定音色不能同时使用",
      en: "Elements and chosen voices exclude each other",
    }),
  },
  {
    feature: "voices",
    axis: "voices",
    isMade: (point) => countAt(point, "voices") > 0,
    message: () => ({
      zh: "仅可灵 2.6 高品质模式开启声音时支持指定音色",
      en: "Chosen voices need Kling 2.6 in Professional mode with sound",
    }),
  },
];

const ONE_OF_THREE: Localized = {
  zh: "尾帧、运动笔刷与运镜只能选用一种",
  en: "Use one of: an end frame, the motion brush, the camera",
};

/** Which of these holds at §10.5 #32; the picture itself goes with each. */
const EXCLUSIONS: readonly Exclusion[] = [
  {
    code: "masks_excluded",
    axis: "masks",
    isBroken: (point) => hasMasks(point) && (point.image_tail === true || point.camera !== "none"),
    message: ONE_OF_THREE,
  },
  {
    code: "camera_excluded",
    axis: "camera",
    isBroken: (point) => point.camera !== "none" && point.image_tail === true,
    message: ONE_OF_THREE,
  },
  {
    code: "too_many_elements",
    axis: "elements",
    isBroken: (point) => countAt(point, "elements") > MAX_CLIP_ELEMENTS,
    message: { zh: `最多 ${MAX_CLIP_ELEMENTS} 个主体`, en: `At most ${MAX_CLIP_ELEMENTS} elements` },
  },
];

function hasMasks({ masks }: Point): boolean {
  return masks !== "none";
}

const refusedClaims = refusalsFrom(IMAGE2VIDEO_CELLS, CLAIMS);

export function image2videoRefusals(point: Point): readonly Refusal[] {
  const found = clipRefusals("image2video", point);
  return [
    ...brokenExclusions(EXCLUSIONS, point),
    ...found,
    ...(isBlocked(found) ? [] : refusedClaims(point)),
  ];
}
