import { describe, expect, test } from "vitest";
import type { CreateSurface, Pen } from "#lib/motion/pen.ts";
import { composeScene } from "../scene/compose-scene.ts";
import { drawFrame, paintScene } from "./paint-scene.ts";
import { stageOf } from "./stage.ts";

/** A pen that only counts: its calls, and numbers among them that no canvas could draw. */
function countingPen(): { pen: Pen; calls: () => number; nonsense: () => string[] } {
  let calls = 0;
  const nonsense: string[] = [];
  const gradient = { addColorStop: (at: number) => expect(at).toBeGreaterThanOrEqual(0) };
  const pen = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...numbers: unknown[]) => {
          calls += 1;
          if (numbers.some((number) => typeof number === "number" && !Number.isFinite(number)))
            nonsense.push(String(name));
          return String(name).startsWith("create") ? gradient : undefined;
        },
      set: () => true,
    },
  );
  return { pen: pen as Pen, calls: () => calls, nonsense: () => nonsense }; // a stand-in for a canvas: it has every method by construction
}

const PROMPTS = [
  "",
  "sunset sea with whales, boats and birds",
  "a lighthouse, a ship and a paper boat in the storm",
  "neon city street at night, rain, cars, a bicycle and an umbrella",
  "城市窗边的猫，雨夜",
  "rooftop at dusk, a black cat, a dog and a fox",
  "snowy forest with deer, aurora and a cabin",
  "desert camels, kites and balloons, falling leaves",
  "village with windmills, lanterns, fireworks and fireflies",
  "moon astronauts with rockets and robots, shooting stars",
  "coral reef with fish, jellyfish and whales",
  "cherry blossoms, a horse, rabbits, pandas and penguins, rainbow",
  "dragon and train in the mountains, fog",
];

describe("every scene draws at the start, in the middle and at the end", () => {
  test.each(PROMPTS)("%j", (prompt) => {
    for (const [width, height] of [
      [1280, 720],
      [720, 1280],
      [64, 64],
    ] as const) {
      const { pen, calls, nonsense } = countingPen();
      const createSurface: CreateSurface = (surfaceWidth, surfaceHeight) => {
        expect(surfaceWidth).toBeGreaterThan(0);
        expect(surfaceHeight).toBeGreaterThan(0);
        return { pen, picture: {} as CanvasImageSource }; // never looked at by the counting pen
      };
      const scene = composeScene(prompt, "seed");
      const painted = paintScene(scene, { stage: stageOf(width, height), durationSeconds: 5, createSurface });
      for (const seconds of [0, 2.5, 5]) drawFrame(pen, painted, seconds);
      expect(calls()).toBeGreaterThan(200);
      expect(nonsense()).toEqual([]);
    }
  });
});
