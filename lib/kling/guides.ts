import type { Localized } from "#lib/shared/localized.ts";
import type { ClipKind } from "./task-kinds.ts";

/**
 * What leads a clip's motion beside its prompt. At most one of the three is in a request (off-26 §3.2), and the picture goes
 * with each; `frames` without an end frame is a clip that nothing leads.
 */
export const GUIDES = ["frames", "brush", "camera"] as const;
export type Guide = (typeof GUIDES)[number];

/** The guides of a kind: text2video has no picture to paint on. */
export const GUIDES_OF_KIND: Readonly<Record<ClipKind, readonly Guide[]>> = {
  text2video: ["frames", "camera"],
  image2video: GUIDES,
};

export const GUIDE_NAMES: Readonly<Record<Guide, Localized>> = {
  frames: { zh: "首尾帧", en: "Frames" },
  brush: { zh: "运动笔刷", en: "Motion brush" },
  camera: { zh: "运镜", en: "Camera" },
};
