import type { Localized } from "#lib/shared/localized.ts";
import { ASPECT_RATIOS, DURATIONS, MODE_NAMES, MODES, SOUNDS } from "../../fields.ts";
import { MODELS, type ModelId } from "../../models.ts";
import type { Axis, Value } from "./grid.ts";

/** Controls that several video kinds share. Costs order the fixes: a shorter clip is milder than another model, and losing
 * something attached is the last resort. */

export function modelAxis(values: readonly ModelId[]): Axis {
  return {
    name: "model_name",
    label: { zh: "模型", en: "Model" },
    values,
    valueLabel: (value) => modelLabel(value),
    cost: { change: 60, step: 1 },
  };
}

export function modelLabel(value: Value | undefined): Localized {
  const model = Object.values(MODELS).find(({ id }) => id === value);
  return model?.name ?? { zh: String(value), en: String(value) };
}

export function modeAxis(values: readonly Value[] = MODES): Axis {
  return {
    name: "mode",
    label: { zh: "模式", en: "Mode" },
    values,
    valueLabel: (value) => modeLabel(value),
    cost: { change: 0, step: 12 },
  };
}

export function modeLabel(value: Value | undefined): Localized {
  const mode = MODES.find((known) => known === value);
  return mode === undefined ? { zh: String(value), en: String(value) } : MODE_NAMES[mode];
}

export function durationAxis(values: readonly Value[] = DURATIONS): Axis {
  return {
    name: "duration",
    label: { zh: "时长", en: "Length" },
    values,
    valueLabel: (value) => ({ zh: `${value} 秒`, en: `${value} s` }),
    cost: { change: 10, step: 1 },
  };
}

export const RATIO_AXIS: Axis = {
  name: "aspect_ratio",
  label: { zh: "画面比例", en: "Aspect ratio" },
  values: ASPECT_RATIOS,
  cost: { change: 5, step: 1 },
};

export const SOUND_AXIS: Axis = {
  name: "sound",
  label: { zh: "声音", en: "Sound" },
  values: SOUNDS.toReversed(),
  valueLabel: (value) => (value === "on" ? { zh: "开启", en: "on" } : { zh: "关闭", en: "off" }),
  cost: { change: 15, step: 0 },
};

export const KEEP_SOUND_AXIS: Axis = {
  name: "keep_original_sound",
  label: { zh: "保留原声", en: "Original sound" },
  values: ["yes", "no"],
  valueLabel: (value) => (value === "yes" ? { zh: "保留", en: "kept" } : { zh: "去除", en: "removed" }),
  cost: { change: 15, step: 0 },
};

const SHOT_NAMES: Readonly<Record<string, Localized>> = {
  none: { zh: "单镜头", en: "one" },
  customize: { zh: "自定义多镜头", en: "several, written out" },
  intelligence: { zh: "智能多镜头", en: "several, of the model's choice" },
};

export const SHOTS_AXIS: Axis = {
  name: "multi_shot",
  label: { zh: "镜头", en: "Shots" },
  values: ["none", "customize", "intelligence"],
  valueLabel: (value) => SHOT_NAMES[String(value)] ?? { zh: String(value), en: String(value) },
  cost: { change: 100, step: 0 },
};

/** How many of something are attached, from none to `max`. */
export function countAxis(
  name: string,
  label: Localized,
  { path, max }: { path: string; max: number },
): Axis {
  return {
    name,
    path,
    label,
    values: Array.from({ length: max + 1 }, (_, count) => count),
    cost: { change: 200, step: 5 },
    isAttachment: true,
  };
}

/** Whether something is attached. */
export function presenceAxis(name: string, label: Localized): Axis {
  return {
    name,
    label,
    values: [false, true],
    valueLabel: (value) => (value ? { zh: "有", en: "given" } : { zh: "无", en: "none" }),
    cost: { change: 200, step: 0 },
    isAttachment: true,
  };
}
