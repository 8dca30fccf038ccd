import type { Localized } from "#lib/shared/localized.ts";

/** Models of the picture endpoints (api-reference §6.3), oldest first. Several share their id with a video model. */
export const IMAGE_MODEL_IDS = [
  "kling-v1",
  "kling-v1-5",
  "kling-v2",
  "kling-v2-new",
  "kling-v2-1",
  "kling-image-o1",
  "kling-v3",
  "kling-v3-omni",
] as const;

export type ImageModelId = (typeof IMAGE_MODEL_IDS)[number];

/** Models of virtual try-on (off-25 §4.2). */
export const TRY_ON_MODEL_IDS = ["kolors-virtual-try-on-v1", "kolors-virtual-try-on-v1-5"] as const;

export type TryOnModelId = (typeof TRY_ON_MODEL_IDS)[number];

export const IMAGE_MODEL_NAMES: Readonly<Record<ImageModelId | TryOnModelId, Localized>> = {
  "kling-v1": { zh: "可灵 1.0", en: "Kling 1.0" },
  "kling-v1-5": { zh: "可灵 1.5", en: "Kling 1.5" },
  "kling-v2": { zh: "可灵 2.0", en: "Kling 2.0" },
  "kling-v2-new": { zh: "可灵 2.0 New", en: "Kling 2.0 New" },
  "kling-v2-1": { zh: "可灵 2.1", en: "Kling 2.1" },
  "kling-image-o1": { zh: "可灵图像 O1", en: "Kling Image O1" },
  "kling-v3": { zh: "可灵 3.0", en: "Kling 3.0" },
  "kling-v3-omni": { zh: "可灵 3.0 Omni", en: "Kling 3.0 Omni" },
  "kolors-virtual-try-on-v1": { zh: "可图试穿 1.0", en: "Kolors try-on 1.0" },
  "kolors-virtual-try-on-v1-5": { zh: "可图试穿 1.5", en: "Kolors try-on 1.5" },
};
