import type { Localized } from "#lib/shared/localized.ts";
import type { MapCell } from "../grid/grid.ts";

/** Where the motion brush works (off-26 §3.2, §6.2). */
export const MASK_CELLS: readonly MapCell[] = [
  {
    feature: "masks",
    where: { model_name: ["kling-v1"], mode: ["std", "pro"], duration: ["5"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.2, §6.2",
  },
  {
    feature: "masks",
    where: { model_name: ["kling-v1-5"], mode: ["pro"], duration: ["5"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.2, §6.2",
  },
  {
    feature: "masks",
    where: { model_name: ["kling-v2-6"] },
    support: "no",
    evidence: "contradicted",
    source: "off-26 §6.2, over the samples of S003 (§10.5 #21)",
  },
];

export const MASK_REASON: Localized = {
  zh: "仅可灵 1.0 的 5 秒视频和可灵 1.5 高品质模式 5 秒视频支持运动笔刷",
  en: "The motion brush works only at 5 s, on Kling 1.0 and on Kling 1.5 in Professional mode",
};
