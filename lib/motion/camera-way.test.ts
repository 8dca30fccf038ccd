import { expect, test } from "vitest";
import { AT_REST, type CameraPose } from "./camera.ts";
import { poseOn, wayOf } from "./camera-way.ts";

const right = (rightShare: number): CameraPose => ({ ...AT_REST, rightShare });

test.each([
  [0, 0],
  [0.25, 0.1],
  [0.5, 0.2],
  [0.75, 0.1],
  [1, 0],
  [-1, 0],
  [2, 0],
])("a way there and back is after %d of it %d to the right", (fraction, expected) => {
  expect(poseOn([right(0), right(0.2), right(0)], fraction).rightShare).toBeCloseTo(expected);
});

test("a camera with one pose stands still", () => {
  expect(poseOn([right(0.1)], 0.7)).toEqual(right(0.1));
});

test("a way that follows a function begins and ends where it says", () => {
  const way = wayOf((seconds) => right(seconds / 10), { durationSeconds: 2.5, posesPerSecond: 8 });
  expect(way[0]).toEqual(right(0));
  expect(way.at(-1)).toEqual(right(0.25));
  expect(poseOn(way, 0.4).rightShare).toBeCloseTo(0.1);
});
