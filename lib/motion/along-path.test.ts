import { expect, test } from "vitest";
import { alongPath, measurePath } from "./along-path.ts";
import { imagePoint } from "./point.ts";

const corner = measurePath([imagePoint(0, 0), imagePoint(30, 0), imagePoint(30, 10)]);

test.each([
  [0, 0, 0],
  [0.5, 20, 0],
  [0.75, 30, 0],
  [0.875, 30, 5],
  [1, 30, 10],
  [-1, 0, 0],
  [2, 30, 10],
])(
  "after %f of the way one is at %f, %f: the pace is the same on long and short stretches",
  (fraction, x, y) => {
    const at = alongPath(corner, fraction);
    expect(at.x).toBeCloseTo(x, 9);
    expect(at.y).toBeCloseTo(y, 9);
  },
);

test("a path that goes nowhere stays where it is", () => {
  const still = measurePath([imagePoint(4, 5), imagePoint(4, 5)]);
  expect(alongPath(still, 0.5)).toEqual(imagePoint(4, 5));
});

test("a path without points is a mistake of its caller", () => {
  expect(() => alongPath(measurePath([]), 0)).toThrow(RangeError);
});
