import type { Localized } from "#lib/shared/localized.ts";
import { IMAGE_RATIOS } from "../../fields.ts";
import { IMAGE_MODEL_NAMES } from "../../image-models.ts";
import { MAX_IMAGES } from "../../limits.ts";
import type { Axis, Value } from "./grid.ts";

/** Controls that several picture kinds share. A fix changes a setting before the model, and takes away what is attached last. */

const SETTING = { change: 5, step: 1 } as const;
const MODEL = { change: 60, step: 1 } as const;

/** Newest first, as a form lists them. */
export function imageModelAxis(models: readonly string[]): Axis {
  return {
    name: "model_name",
    label: { zh: "模型", en: "Model" },
    values: models,
    valueLabel: imageModelName,
    cost: MODEL,
  };
}

export function imageModelName(model: Value | undefined): Localized {
  const names: Readonly<Record<string, Localized>> = IMAGE_MODEL_NAMES;
  return names[String(model)] ?? { zh: String(model), en: String(model) };
}

export function imageRatioAxis(extra: readonly string[] = []): Axis {
  return {
    name: "aspect_ratio",
    label: { zh: "画面比例", en: "Aspect ratio" },
    values: [...IMAGE_RATIOS, ...extra],
    valueLabel: (ratio) =>
      ratio === "auto" ? { zh: "自动", en: "Automatic" } : { zh: String(ratio), en: String(ratio) },
    cost: SETTING,
  };
}

export function resolutionAxis(values: readonly string[]): Axis {
  return {
    name: "resolution",
    label: { zh: "分辨率", en: "Resolution" },
    values,
    valueLabel: (value) => ({ zh: String(value).toUpperCase(), en: String(value).toUpperCase() }),
    cost: SETTING,
  };
}

export const COUNT_AXIS: Axis = {
  name: "n",
  label: { zh: "张数", en: "Pictures" },
  values: Array.from({ length: MAX_IMAGES }, (_, index) => index + 1),
  cost: SETTING,
};
