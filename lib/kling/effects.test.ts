import { expect, test } from "vitest";
import { EFFECT_SCENES, type EffectEra } from "./effects.ts";

function count(era: EffectEra, pictures: 1 | 2): number {
  return [...EFFECT_SCENES.values()].filter(
    (scene) => scene.eras.includes(era) && scene.pictures === pictures,
  ).length;
}

test("both published lists are complete: 148 + 4 scenes of 2025 and 204 + 15 of 2026", () => {
  expect([count("2025", 1), count("2025", 2), count("2026", 1), count("2026", 2)]).toEqual([148, 4, 204, 15]);
});

test("the one name with an apostrophe keeps the one that upstream types", () => {
  expect(EFFECT_SCENES.has("let’s_ride")).toBe(true);
});

test("ten scenes have an end, and each of them is a scene", () => {
  const ended = [...EFFECT_SCENES.values()].filter(({ discontinued }) => discontinued !== undefined);
  expect(ended.map(({ id, discontinued }) => `${id} ${discontinued}`).sort()).toEqual([
    "3d_cartoon_1 2026-01-30",
    "c4d_cartoon 2025-12-30",
    "celebration 2025-12-30",
    "fight 2026-01-30",
    "hug 2026-01-30",
    "kiss 2026-01-30",
    "magic_match_tree 2026-07-03",
    "pet_lion 2026-01-30",
    "thumbs_up 2026-01-30",
    "tiger_hug 2026-01-30",
  ]);
});
