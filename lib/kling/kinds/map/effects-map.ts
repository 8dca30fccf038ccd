import { EFFECT_SCENES, type EffectScene } from "../../effects.ts";
import { MODELS } from "../../models.ts";
import { type Claim, refusalsFrom } from "../grid/claims.ts";
import { brokenExclusions, countAt, type Exclusion } from "../grid/exclusions.ts";
import type { Axis, Grid, MapCell, Point, Value } from "../grid/grid.ts";
import { countAxis, modeLabel } from "../grid/video-axes.ts";

const SCENES = [...EFFECT_SCENES.values()];
const idsOf = (isOne: (scene: EffectScene) => boolean) => SCENES.filter(isOne).map(({ id }) => id);

const OF_2025 = idsOf(({ eras }) => eras.includes("2025"));
const OF_2026 = idsOf(({ eras }) => eras.includes("2026"));
const SINGLE_2025 = idsOf(({ eras, pictures }) => eras.includes("2025") && pictures === 1);
const DUAL_2025 = idsOf(({ eras, pictures }) => eras.includes("2025") && pictures === 2);
const DISCONTINUED = idsOf(({ discontinued }) => discontinued !== undefined);

const OLD_PAGES = "comfy-oas, off-25 §3.10";

/** Scenes, and what their era lets a client choose besides: the list of 2026 has no settings, and takes them without effect. */
export const EFFECT_CELLS: readonly MapCell[] = [
  yes("scene", { effect_scene: OF_2025 }, "off-25 §7a"),
  yes("scene", { effect_scene: OF_2026 }, "off-26b §7b"),
  {
    feature: "scene",
    where: { effect_scene: DISCONTINUED },
    support: "no",
    evidence: "documented",
    source: "upd 2025-12-30, 2026-01-30, 2026-07-03",
  },
  yes("model_name", { effect_scene: SINGLE_2025, model_name: ["kling-v1-6"] }, OLD_PAGES),
  yes(
    "model_name",
    {
      effect_scene: DUAL_2025.filter((id) => id !== "fight"),
      model_name: ["kling-v1", "kling-v1-5", "kling-v1-6"],
    },
    OLD_PAGES,
  ),
  yes("model_name", { effect_scene: ["fight"], model_name: ["kling-v1-6"] }, OLD_PAGES),
  { ...yes("mode", { effect_scene: SINGLE_2025 }, OLD_PAGES), support: "ignored", evidence: "contradicted" },
  yes("mode", { effect_scene: DUAL_2025, mode: ["std", "pro"] }, OLD_PAGES),
  yes("duration", { effect_scene: SINGLE_2025, duration: ["5"] }, OLD_PAGES),
  yes("duration", { effect_scene: DUAL_2025, duration: ["5", "10"] }, OLD_PAGES),
  ...(["model_name", "mode", "duration"] as const).map((feature) => ({
    ...yes(feature, { effect_scene: OF_2026 }, "off-26b §3.10: no model, mode or length any more"),
    support: "ignored" as const,
  })),
];

function yes(feature: string, where: MapCell["where"], source: string): MapCell {
  return { feature, where, support: "yes", evidence: "documented", source };
}

const CLAIMS: readonly Claim[] = [
  { feature: "scene", axis: "effect_scene", message: sceneReason, isGround: true },
  setting("model_name", { zh: "该特效不能使用此模型", en: "This effect is not made by this model" }),
  setting("mode", { zh: "该特效没有此模式", en: "This effect has no such mode" }),
  setting("duration", { zh: "该特效没有此时长", en: "This effect has no such length" }),
];

function setting(feature: string, message: ReturnType<Claim["message"]>): Claim {
  return { feature, axis: feature, isMade: (point) => point[feature] !== UNSET, message: () => message };
}

function sceneReason({ effect_scene }: Point): ReturnType<Claim["message"]> {
  const since = sceneAt(effect_scene)?.discontinued;
  if (since === undefined)
    return { zh: `没有名为 ${effect_scene} 的特效`, en: `There is no effect named ${effect_scene}` };
  return { zh: `该特效已于 ${since} 下线`, en: `This effect was discontinued on ${since}` };
}

const EXCLUSIONS: readonly Exclusion[] = [
  {
    code: "too_many_images",
    axis: "images",
    isBroken: (point) => countAt(point, "images") > (sceneAt(point.effect_scene)?.pictures ?? 2),
    message: { zh: "该特效只用一张图片", en: "This effect takes one picture only" },
  },
];

export function sceneAt(id: Value | undefined): EffectScene | undefined {
  return typeof id === "string" ? EFFECT_SCENES.get(id) : undefined;
}

/** A setting that is left to upstream. */
export const UNSET = "default";

function settingAxis(
  axis: Pick<Axis, "name" | "label" | "values">,
  labelOf: NonNullable<Axis["valueLabel"]>,
): Axis {
  return {
    ...axis,
    path: `input.${axis.name}`,
    valueLabel: (value) => (value === UNSET ? { zh: "默认", en: "as upstream has it" } : labelOf(value)),
    cost: { change: 10, step: 1 },
  };
}

const refusedClaims = refusalsFrom(EFFECT_CELLS, CLAIMS);

export const EFFECTS_GRID: Grid = {
  axes: [
    {
      name: "effect_scene",
      label: { zh: "特效", en: "Effect" },
      // A discontinued scene is refused whatever else is chosen, so it is no choice.
      values: idsOf(({ discontinued }) => discontinued === undefined),
      cost: { change: 500, step: 1 },
    },
    countAxis("images", { zh: "图片", en: "Pictures" }, { path: "input.images", max: 2 }),
    settingAxis(
      {
        name: "model_name",
        label: { zh: "模型", en: "Model" },
        values: [UNSET, "kling-v1-6", "kling-v1-5", "kling-v1"],
      },
      (value) => Object.values(MODELS).find(({ id }) => id === value)?.name ?? modeLabel(value),
    ),
    settingAxis(
      { name: "mode", label: { zh: "模式", en: "Mode" }, values: [UNSET, "std", "pro"] },
      modeLabel,
    ),
    settingAxis(
      { name: "duration", label: { zh: "时长", en: "Length" }, values: [UNSET, "5", "10"] },
      (value) => ({ zh: `${value} 秒`, en: `${value} s` }),
    ),
  ],
  defaults: { effect_scene: "hug_pro", images: 0, model_name: UNSET, mode: UNSET, duration: UNSET },
  cells: EFFECT_CELLS,
  // Of an effect that is not chosen yet the map says nothing: it is missing.
  refusals: (point) =>
    point.effect_scene === "" ? [] : [...brokenExclusions(EXCLUSIONS, point), ...refusedClaims(point)],
};
