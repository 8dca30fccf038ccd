import { expect, test } from "vitest";
import { type CameraMove, cameraPose, REACH } from "./camera.ts";

const MOVES: readonly CameraMove[] = [
  "push in",
  "pull out",
  "pan left",
  "pan right",
  "rise",
  "sink",
  "drift",
];

test.each(MOVES)("%s never shows what lies beyond the painted margin", (move) => {
  for (let step = 0; step <= 100; step += 1) {
    const pose = cameraPose(move, step / 100);
    expect(Math.abs(pose.x)).toBeLessThanOrEqual(REACH.x);
    expect(Math.abs(pose.y)).toBeLessThanOrEqual(REACH.y);
    expect(pose.zoom).toBeGreaterThanOrEqual(1);
    expect(pose.zoom).toBeLessThanOrEqual(1 + REACH.zoom + 1e-9);
  }
});

test.each(MOVES)("%s moves smoothly: no step is larger than three average ones", (move) => {
  const poses = Array.from({ length: 121 }, (_, step) => cameraPose(move, step / 120));
  const steps = poses.slice(1).map((pose, index) => {
    const before = poses[index] ?? pose;
    return Math.abs(pose.x - before.x) + Math.abs(pose.y - before.y) + Math.abs(pose.zoom - before.zoom);
  });
  const average = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  expect(average).toBeGreaterThan(0);
  expect(Math.max(...steps)).toBeLessThan(average * 3);
});
