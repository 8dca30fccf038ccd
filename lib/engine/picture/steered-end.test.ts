import { expect, test } from "vitest";
import { partWay } from "#lib/motion/camera.ts";
import { seenAt } from "#lib/motion/frame/project.ts";
import type { CameraMove } from "../scene/camera.ts";
import { steeredEnd } from "./steered-end.ts";

const FRAME = { widthPx: 1280, heightPx: 720 };
const MOVES: readonly CameraMove[] = ["push in", "pan left", "pan right", "rise", "sink", "drift"];

test.each(MOVES)("%s never shows what lies beyond the picture's edges", (move) => {
  for (let step = 0; step <= 20; step += 1) {
    const seen = seenAt(partWay(steeredEnd(move), step / 20), FRAME);
    for (const [x, y] of [
      [0, 0],
      [FRAME.widthPx, FRAME.heightPx],
    ] as const) {
      const at = seen({ x, y });
      expect(at.x).toBeGreaterThan(-1e-6);
      expect(at.x).toBeLessThan(FRAME.widthPx + 1e-6);
      expect(at.y).toBeGreaterThan(-1e-6);
      expect(at.y).toBeLessThan(FRAME.heightPx + 1e-6);
    }
  }
});
