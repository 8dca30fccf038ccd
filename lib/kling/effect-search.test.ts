import { expect, test } from "vitest";
import { effectFacts } from "./effect-facts.ts";
import { type EffectFilter, findEffects } from "./effect-search.ts";
import { EFFECT_SCENES } from "./effects.ts";

const ALL: EffectFilter = { search: "", theme: null, pictures: null, withDiscontinued: true };
const ids = (filter: Partial<EffectFilter>) => findEffects({ ...ALL, ...filter }).map(({ id }) => id);

test("without a filter every scene of both lists is there", () => {
  expect(ids({})).toEqual([...EFFECT_SCENES.keys()]);
});

test("an effect is found by its identifier, in Chinese and in English, whatever the order of the words", () => {
  for (const search of ["pet_lion_pro", "lion pet pro", "宠物狮", "PET LION PRO"])
    expect(ids({ search }), search).toContain("pet_lion_pro");
  expect(ids({ search: "no such thing" })).toEqual([]);
});

test("what was discontinued is left out until it is asked for", () => {
  expect(ids({ search: "hug", withDiscontinued: false })).not.toContain("hug");
  expect(ids({ search: "hug" })).toContain("hug");
});

test("two pictures are what the list says, and nothing else", () => {
  expect(ids({ pictures: 2 })).toContain("hug_pro");
  expect(ids({ pictures: 1 })).not.toContain("hug_pro");
});

test("the facts of an effect carry the source of its list and what it lets one choose", () => {
  expect(effectFacts("hug_pro").sources).toEqual(["off-26b §7b"]);
  expect(effectFacts("hug_pro").settings.map(({ names, values }) => [names.length, values])).toEqual([
    [3, []],
  ]);
  const [model, mode, duration] = effectFacts("heart_gesture").settings;
  expect(model?.values.map(({ en }) => en)).toHaveLength(3);
  expect(mode?.values.map(({ en }) => en)).toHaveLength(2);
  expect(duration?.values.map(({ en }) => en)).toEqual(["5 s", "10 s"]);
});
