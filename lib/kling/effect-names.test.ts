import { expect, test } from "vitest";
import { EFFECT_THEMES, effectName, effectTheme } from "./effect-names.ts";
import { EFFECT_SCENES } from "./effects.ts";

test("every effect can be found in Chinese: at least one word of its name is read", () => {
  const unread = [...EFFECT_SCENES.keys()].filter((id) => !/\p{Script=Han}/u.test(effectName(id).zh));
  expect(unread).toEqual([]);
});

test("a name is its identifier, read word by word", () => {
  expect(effectName("pet_lion_pro")).toEqual({ zh: "宠物狮 Pro", en: "Pet lion pro" });
  expect(effectName("magic_world_vlog_9_16")).toEqual({
    zh: "魔法世界 Vlog 9:16",
    en: "Magic world vlog 9:16",
  });
  expect(effectName("lucky_red_packet").zh).toBe("幸运红包");
  expect(effectName("smoke_smoke").zh).toBe("烟");
});

test("every theme has effects, and what takes two pictures is for two people", () => {
  const found = new Set([...EFFECT_SCENES.values()].map(effectTheme));
  expect([...found].toSorted()).toEqual([...EFFECT_THEMES].toSorted());
  expect(effectTheme({ id: "hug_pro", pictures: 2 })).toBe("pair");
});
