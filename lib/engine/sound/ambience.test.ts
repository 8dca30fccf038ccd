import { describe, expect, test } from "vitest";
import { composeScene } from "../scene/compose-scene.ts";
import { makeAmbience } from "./ambience.ts";

const PROMPTS = [
  "sea at sunset",
  "storm at night",
  "forest at dawn",
  "city",
  "coral reef",
  "a cat by the window",
];

describe.each(PROMPTS)("the sound of %s", (prompt) => {
  const sound = makeAmbience(composeScene(prompt, "seed"), 2);
  const loudest = (from: number, to: number) =>
    [sound.left, sound.right].reduce(
      (peak, channel) =>
        channel.subarray(from, to).reduce((high, sample) => Math.max(high, Math.abs(sample)), peak),
      0,
    );

  test("has the asked length on both channels, and never clips", () => {
    expect([sound.left.length, sound.right.length]).toEqual([96_000, 96_000]);
    expect(loudest(0, 96_000)).toBeLessThanOrEqual(0.51);
  });

  test("is heard in the middle and silent at both ends", () => {
    expect(loudest(40_000, 56_000)).toBeGreaterThan(0.05);
    expect(loudest(0, 20)).toBeLessThan(0.001);
    expect(loudest(95_980, 96_000)).toBeLessThan(0.001);
  });

  test("is the same every time", () => {
    expect(makeAmbience(composeScene(prompt, "seed"), 2).left).toEqual(sound.left);
  });
});
