import { expect, test } from "vitest";
import type { CameraMove } from "../scene/camera.ts";
import { LARGEST_ZOOM, pictureMove, pictureView } from "./picture-move.ts";

const MOVES: readonly CameraMove[] = [
  "push in",
  "pull out",
  "pan left",
  "pan right",
  "rise",
  "sink",
  "drift",
];

test.each(MOVES)("%s between two pictures begins and ends with the whole picture", (camera) => {
  const move = pictureMove(camera, true);
  for (const fraction of [0, 1]) {
    expect(pictureView(move, fraction).zoom).toBeCloseTo(1, 9);
  }
  expect(pictureView(move, 0.5).zoom).toBeGreaterThan(1.05);
});

test.each(MOVES)(
  "%s never shows what lies beyond the picture's edges, nor closer than it is sharp",
  (camera) => {
    const move = pictureMove(camera, false);
    for (let step = 0; step <= 100; step += 1) {
      const view = pictureView(move, step / 100);
      expect(view.zoom).toBeGreaterThanOrEqual(1);
      expect(view.zoom).toBeLessThanOrEqual(LARGEST_ZOOM + 1e-9);
      for (const side of [view.x, view.y]) expect(side >= 0 && side <= 1).toBe(true);
    }
  },
);
