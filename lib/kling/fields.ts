import type { Localized } from "#lib/shared/localized.ts";

/** Generation modes, mildest first. `4k` since 2026-04-23 (upd). */
export const MODES = ["std", "pro", "4k"] as const;
export type Mode = (typeof MODES)[number];

/** What upstream takes when `mode` is left out (off-26 §3.1). */
export const DEFAULT_MODE: Mode = "std";

/** Whole seconds as upstream writes them: strings. The union over all models; who takes which is in `capabilities.ts`. */
export const DURATIONS = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"] as const;
export type Duration = (typeof DURATIONS)[number];

export const DEFAULT_DURATION: Duration = "5";

export const ASPECT_RATIOS = ["16:9", "9:16", "1:1"] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** Ratios of the picture endpoints (off-26 §4.1). */
export const IMAGE_RATIOS = ["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9"] as const;
export type ImageRatio = (typeof IMAGE_RATIOS)[number];

export const DEFAULT_ASPECT_RATIO: AspectRatio = "16:9";

/** Strings, never booleans: YAML 1.1 and some clients confuse the two, upstream does not. */
export const SOUNDS = ["on", "off"] as const;
export type Sound = (typeof SOUNDS)[number];

/** What upstream assumes when `cfg_scale` is left out (off-26 §3.1). */
export const DEFAULT_CFG_SCALE = 0.5;

export const MODE_NAMES: Readonly<Record<Mode, Localized>> = {
  std: { zh: "标准", en: "Standard" },
  pro: { zh: "高品质", en: "Professional" },
  "4k": { zh: "4K", en: "4K" },
};
