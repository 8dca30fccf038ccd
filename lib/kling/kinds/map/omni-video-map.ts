import { DURATIONS } from "../../fields.ts";
import type { Claim } from "../grid/claims.ts";
import { countAt, type Exclusion } from "../grid/exclusions.ts";
import type { MapCell, Point } from "../grid/grid.ts";
import { modelLabel } from "../grid/video-axes.ts";
import { SHOT_CELLS, SHOT_CLAIM } from "./shot-cells.ts";

const O1 = "kling-video-o1";
const V3 = "kling-v3-omni";
const O1_DURATIONS = ["3", "4", "5", "6", "7", "8", "9", "10"] as const;

/** What the map says of omni-video; later statements win over earlier ones. */
export const OMNI_CELLS: readonly MapCell[] = [
  {
    feature: "generation",
    where: { model_name: [V3], mode: ["std", "pro", "4k"], duration: DURATIONS },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.4, §6.2; 4k since upd 2026-04-23",
  },
  {
    feature: "generation",
    where: { model_name: [V3], mode: ["4k"], video: ["feature", "base"] },
    support: "yes",
    evidence: "contradicted",
    source: "upd 2026-06-17, over §1.8 (4k without a video only)",
  },
  {
    feature: "generation",
    where: { model_name: [O1], mode: ["std", "pro"], duration: O1_DURATIONS },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.4, S003",
  },
  {
    feature: "generation",
    where: {
      model_name: [O1],
      video: ["none"],
      frames: ["none", "first"],
      images: [0],
      elements: [0],
      duration: O1_DURATIONS.filter((duration) => duration !== "5" && duration !== "10"),
    },
    support: "no",
    evidence: "contradicted",
    source: "capmap, S003, comfy-py, over the official FAQ and a sample of 7 s (§10.5 #16)",
  },
  {
    // The clip is as long as its video, whatever is asked.
    feature: "generation",
    where: { model_name: [O1], mode: ["std", "pro"], video: ["base"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.4",
  },
  ...SHOT_CELLS,
  {
    feature: "sound",
    where: { model_name: [V3], video: ["none"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.4, §6.2",
  },
  {
    feature: "elements_with_end_frame",
    where: { model_name: [V3] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.4",
  },
];

export const OMNI_CLAIMS: readonly Claim[] = [
  SHOT_CLAIM,
  {
    feature: "sound",
    axis: "sound",
    isMade: ({ sound }) => sound === "on",
    message: ({ model_name, video }) => {
      const name = modelLabel(model_name);
      return video === "none"
        ? { zh: `${name.zh} 不支持生成声音`, en: `${name.en} makes silent clips only` }
        : { zh: "有参考视频时不能生成声音", en: "With a video there is no sound of the model's own" };
    },
  },
  {
    feature: "elements_with_end_frame",
    axis: "elements",
    isMade: (point) => point.frames === "first_end" && countAt(point, "elements") > 0,
    message: ({ model_name }) => {
      const name = modelLabel(model_name);
      return {
        zh: `${name.zh} 使用首尾帧时不支持主体`,
        en: `${name.en} takes no elements beside a first and an end frame`,
      };
    },
  },
];

const MAX_REFERENCES = 7;
const MAX_REFERENCES_WITH_VIDEO = 4;
const MAX_ELEMENTS_WITH_FRAME = 3;
const MAX_IMAGES_WITH_END_FRAME = 2;

/** Counts and exclusions of off-26 §3.4 and S003. */
export const OMNI_EXCLUSIONS: readonly Exclusion[] = [
  {
    code: "end_frame_alone",
    axis: "frames",
    isBroken: ({ frames }) => frames === "end",
    message: { zh: "有尾帧时必须有首帧", en: "An end frame needs a first frame" },
  },
  {
    code: "frames_excluded",
    axis: "frames",
    isBroken: ({ frames, video }) => video === "base" && frames !== "none",
    message: { zh: "编辑视频时不能使用首尾帧", en: "A video that is edited takes no first or end frame" },
  },
  {
    code: "end_frame_with_images",
    axis: "frames",
    isBroken: (point) =>
      point.model_name === O1 && point.frames === "first_end" && pictures(point) > MAX_IMAGES_WITH_END_FRAME,
    message: {
      zh: "可灵 O1 的图片超过 2 张时不能有尾帧",
      en: "With more than two pictures Kling O1 takes no end frame",
    },
  },
  {
    code: "too_many_elements",
    axis: "elements",
    isBroken: (point) => point.frames !== "none" && countAt(point, "elements") > MAX_ELEMENTS_WITH_FRAME,
    message: {
      zh: `有首帧时最多 ${MAX_ELEMENTS_WITH_FRAME} 个主体`,
      en: `With a first frame at most ${MAX_ELEMENTS_WITH_FRAME} elements`,
    },
  },
  {
    code: "too_many_references",
    axis: "images",
    isBroken: (point) =>
      pictures(point) + countAt(point, "elements") >
      (point.video === "none" ? MAX_REFERENCES : MAX_REFERENCES_WITH_VIDEO),
    message: {
      zh: `图片与主体合计最多 ${MAX_REFERENCES} 个，有视频时最多 ${MAX_REFERENCES_WITH_VIDEO} 个`,
      en: `At most ${MAX_REFERENCES} pictures and elements together, ${MAX_REFERENCES_WITH_VIDEO} beside a video`,
    },
  },
];

/** Everything in `image_list`: frames count too. */
function pictures(point: Point): number {
  const frames = point.frames === "first_end" ? 2 : Number(point.frames !== "none");
  return countAt(point, "images") + frames;
}
