import type { Claim } from "../grid/claims.ts";
import type { MapCell } from "../grid/grid.ts";
import { modelLabel } from "../grid/video-axes.ts";

/** Several shots in one clip: the newest family only. */
export const SHOT_CELLS: readonly MapCell[] = [
  {
    feature: "multi_shot",
    where: { model_name: ["kling-v3", "kling-v3-omni"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.1, §6.2; with an end frame since upd 2026-05-07",
  },
];

export const SHOT_CLAIM: Claim = {
  feature: "multi_shot",
  axis: "multi_shot",
  isMade: ({ multi_shot }) => multi_shot !== "none",
  message: ({ model_name }) => {
    const name = modelLabel(model_name);
    return { zh: `${name.zh} 不支持多镜头`, en: `${name.en} makes clips of one shot only` };
  },
};
