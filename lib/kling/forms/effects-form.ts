import { effects } from "../kinds/effects.ts";
import { isIgnored } from "../kinds/grid/claims.ts";
import { grants, type Value } from "../kinds/grid/grid.ts";
import { EFFECT_CELLS, EFFECTS_GRID, sceneAt, UNSET } from "../kinds/map/effects-map.ts";
import { WATERMARK_FIELD } from "./common-fields.ts";
import { type ChoiceField, choice } from "./field.ts";
import { type ToolDraft, textAt } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

/** A named effect on one picture or on two; only scenes of 2025 have settings besides (api-reference §3.10). */
export const form = defineForm({
  kind: effects,
  intro: {
    title: { zh: "一张照片，一个特效", en: "A photo and an effect" },
    text: { zh: "选一个特效，再放入图片。", en: "Choose an effect, then put in what it is done to." },
  },
  address: { scene: "effect_scene" },
  fields: [
    {
      type: "custom",
      instrument: "effect-gallery",
      path: "effect_scene",
      paths: ["effect_scene"],
      place: "stage",
      isRequired: true,
      label: { zh: "特效", en: "Effect" },
    },
    {
      type: "file",
      path: "input.image",
      media: "image",
      limit: "image",
      isRequired: true,
      label: { zh: "图片", en: "Picture" },
      hint: { zh: "人物、宠物或物体清晰可见。", en: "A person, a pet or a thing, seen clearly." },
      when: (draft) => !takesTwo(draft),
    },
    {
      type: "files",
      path: "input.images",
      item: "",
      media: "image",
      limit: "image",
      min: 2,
      max: () => 2,
      label: { zh: "图片", en: "Picture" },
      hint: { zh: "第一张在左边。", en: "The first one stands on the left." },
      when: takesTwo,
    },
    setting("model_name"),
    setting("mode"),
    setting("duration"),
    WATERMARK_FIELD,
  ],
});

function takesTwo(draft: ToolDraft): boolean {
  return sceneAt(textAt(draft, "effect_scene"))?.pictures === 2;
}

/** A setting that the scene's era has; left out of the request until something else is chosen. */
function setting(axis: "model_name" | "mode" | "duration"): ChoiceField {
  const path = `input.${axis}`;
  return choice(axis, {
    path,
    writes: (value) => ({ [path]: value === UNSET ? undefined : value }),
    when: (draft) => hasSetting(axis, textAt(draft, "effect_scene")),
  });
}

function hasSetting(axis: string, effect_scene: string): boolean {
  const values: readonly Value[] = EFFECTS_GRID.axes.find(({ name }) => name === axis)?.values ?? [];
  return values.some((value) => {
    const point = { effect_scene, [axis]: value };
    return value !== UNSET && grants(EFFECTS_GRID, axis, point) && !isIgnored(EFFECT_CELLS, axis, point);
  });
}
