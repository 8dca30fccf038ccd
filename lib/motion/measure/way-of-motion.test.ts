import { expect, test } from "vitest";
import { seenAt } from "../frame/project.ts";
import type { GlobalMotion } from "./global-motion.ts";
import { poseOfMotion } from "./way-of-motion.ts";

const FRAME = { widthPx: 320, heightPx: 180 };
const still: GlobalMotion = { atSeconds: 1, shift: { x: 0, y: 0 }, scale: 1, rollRadians: 0 };

test.each<[string, Partial<GlobalMotion>]>([
  ["went to the right", { shift: { x: 0.02, y: 0 } }],
  ["went down", { shift: { x: 0, y: 0.015 } }],
  ["grew", { scale: 1.05 }],
  ["turned clockwise", { rollRadians: 0.05 }],
  ["did all of that", { shift: { x: -0.02, y: 0.01 }, scale: 0.96, rollRadians: -0.04 }],
])("a picture that %s is seen so by the camera", (_, motion) => {
  const { shift, scale, rollRadians } = { ...still, ...motion };
  const seen = seenAt(poseOfMotion({ ...still, ...motion }, FRAME), FRAME);
  for (const point of [
    { x: 0, y: 0 },
    { x: 0.2, y: -0.1 },
    { x: -0.3, y: 0.15 },
  ]) {
    const [cosine, sine] = [Math.cos(rollRadians), Math.sin(rollRadians)];
    const moved = {
      x: (scale * (point.x * cosine - point.y * sine) + shift.x + 0.5) * FRAME.widthPx,
      y: (scale * (point.x * sine + point.y * cosine) + shift.y) * FRAME.widthPx + FRAME.heightPx / 2,
    };
    const at = seen(moved);
    expect(at.x).toBeCloseTo((point.x + 0.5) * FRAME.widthPx, 0);
    expect(at.y).toBeCloseTo(point.y * FRAME.widthPx + FRAME.heightPx / 2, 0);
  }
});

test("a film that goes very far takes the camera no farther than there is a picture", () => {
  const pose = poseOfMotion({ ...still, shift: { x: 40, y: -40 }, scale: 9, rollRadians: 3 }, FRAME);
  expect(Math.abs(pose.rightShare)).toBeLessThanOrEqual(0.3);
  expect(Math.abs(pose.upShare)).toBeLessThanOrEqual(0.3);
  expect(Math.abs(pose.rollDegrees)).toBeLessThanOrEqual(30);
  expect(pose.focalLog).toBeLessThanOrEqual(0.5);
});
