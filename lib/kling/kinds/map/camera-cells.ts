import type { Localized } from "#lib/shared/localized.ts";
import type { CameraType } from "../../camera.ts";
import type { ClipKind } from "../../task-kinds.ts";
import type { Axis, MapCell } from "../grid/grid.ts";

const CAMERA_NAMES: Readonly<Record<CameraType | "none", Localized>> = {
  none: { zh: "无", en: "none" },
  simple: { zh: "简单运镜", en: "one movement" },
  down_back: { zh: "下移拉远", en: "down and back" },
  forward_up: { zh: "推进上移", en: "forward and up" },
  right_turn_forward: { zh: "右旋推进", en: "right turn, forward" },
  left_turn_forward: { zh: "左旋推进", en: "left turn, forward" },
};

const NAMES_BY_VALUE: Readonly<Record<string, Localized>> = CAMERA_NAMES;

/** Pictures only ever move by `simple`; the other movements are refused there whatever else is chosen. */
export function cameraAxis(kind: ClipKind): Axis {
  return {
    name: "camera",
    path: "camera_control",
    label: { zh: "运镜", en: "Camera" },
    values: kind === "text2video" ? Object.keys(CAMERA_NAMES) : ["none", "simple"],
    valueLabel: (value) => NAMES_BY_VALUE[String(value)] ?? { zh: String(value), en: String(value) },
    cost: { change: 100, step: 0 },
  };
}

const NOT_ON_V2: MapCell = {
  feature: "camera",
  where: { model_name: ["kling-v2-master", "kling-v2-6"] },
  support: "no",
  evidence: "contradicted",
  source: "off-26 §6.2, over the samples of S003 (v2-6) and S004 (v2-master); §10.5 #21, #36",
};

/** Where the camera can be moved (off-26 §6.2). */
export const CAMERA_CELLS: Readonly<Record<ClipKind, readonly MapCell[]>> = {
  text2video: [
    {
      feature: "camera",
      where: { model_name: ["kling-v1"], mode: ["std"], duration: ["5"] },
      support: "yes",
      evidence: "documented",
      source: "off-26 §3.1, §6.2",
    },
    NOT_ON_V2,
  ],
  image2video: [
    {
      feature: "camera",
      where: {
        model_name: ["kling-v1-5"],
        mode: ["pro"],
        duration: ["5"],
        camera: ["simple"],
      },
      support: "yes",
      evidence: "documented",
      source: "off-26 §3.2, §6.2",
    },
    {
      feature: "camera",
      where: { model_name: ["kling-v1"] },
      support: "no",
      evidence: "contradicted",
      source: "off-26 §6.2, over kdemo (std, 5 s)",
    },
    NOT_ON_V2,
  ],
};

export const CAMERA_REASONS: Readonly<Record<ClipKind, Localized>> = {
  text2video: {
    zh: "文生视频仅可灵 1.0 标准模式 5 秒支持运镜",
    en: "The camera moves only on Kling 1.0 in Standard mode at 5 s",
  },
  image2video: {
    zh: "图生视频仅可灵 1.5 高品质模式 5 秒支持简单运镜",
    en: "The camera moves only on Kling 1.5 in Professional mode at 5 s, by one simple movement",
  },
};
