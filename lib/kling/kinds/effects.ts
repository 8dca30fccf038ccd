import { DEFAULT_DURATION } from "../fields.ts";
import type { EffectsRequest } from "../requests/effects.ts";
import type { Violation } from "../violation.ts";
import { isIgnored } from "./grid/claims.ts";
import type { Point } from "./grid/grid.ts";
import { defineKind } from "./kind.ts";
import { EFFECT_CELLS, EFFECTS_GRID, sceneAt, UNSET } from "./map/effects-map.ts";
import { unlistedPrice } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { ignored, limit, missing } from "./rules/field-rules.ts";
import { ASSUMED_FPS, frameSize } from "./size/frame-size.ts";
import { ratioSides } from "./size/picture-size.ts";

/** A named effect on one picture or on two (api-reference §3.10); bodies of all three eras are taken. */
export const effects = defineKind<EffectsRequest>({
  kind: "effects",
  product: "video",
  answers: "task",
  defaults: {},
  grid: EFFECTS_GRID,
  pointOf,
  rules: (request) => [
    ...(request.effect_scene === "" ? [missing("effect_scene", MESSAGES.scene)] : []),
    ...pictureRules(request),
    ...settingRules(request),
  ],
  price: () =>
    unlistedPrice({ zh: "特效价格按场景而定，没有公开", en: "Prices of effects are not published" }),
  output: ({ input, effect_scene }, facts) => {
    // Two pictures meet in one frame of its own shape.
    const shape = sceneAt(effect_scene)?.pictures === 2 ? undefined : sizeAt(facts, "input.image");
    return {
      videos: [
        {
          ...frameSize(shape ?? ratioSides("16:9"), input.model_name ?? "kling-v1-6", input.mode),
          fps: ASSUMED_FPS,
          durationSeconds: Number(input.duration ?? DEFAULT_DURATION),
          hasSound: false,
        },
      ],
      images: [],
      audios: [],
    };
  },
});

function pointOf({ effect_scene, input }: EffectsRequest): Point {
  return {
    effect_scene,
    images: input.images?.length ?? (input.image === undefined ? 0 : 1),
    model_name: input.model_name ?? UNSET,
    mode: input.mode ?? UNSET,
    duration: input.duration ?? UNSET,
  };
}

function pictureRules({ effect_scene, input }: EffectsRequest): readonly Violation[] {
  if (input.image !== undefined && input.images !== undefined)
    return [limit("input.images", "images_excluded", MESSAGES.either)];
  const needed = sceneAt(effect_scene)?.pictures;
  if (input.image === undefined && input.images === undefined)
    return [needed === 2 ? missing("input.images", MESSAGES.two) : missing("input.image", MESSAGES.one)];
  return needed === 2 && input.images === undefined ? [missing("input.images", MESSAGES.two)] : [];
}

function settingRules(request: EffectsRequest): readonly Violation[] {
  const point = pointOf(request);
  return (["model_name", "mode", "duration"] as const)
    .filter((name) => request.input[name] !== undefined && isIgnored(EFFECT_CELLS, name, point))
    .map((name) => ignored(`input.${name}`, MESSAGES.no_settings));
}

const MESSAGES = {
  either: { zh: "image 与 images 只能提供一个", en: "Give either image or images, not both" },
  scene: { zh: "请选择一个特效", en: "Choose an effect" },
  one: { zh: "请添加图片", en: "Add a picture" },
  two: { zh: "该特效需要两张图片", en: "This effect needs two pictures" },
  no_settings: { zh: "该特效没有此项设置", en: "This effect has no such setting; it has no effect" },
} as const;
