import { expect, test } from "vitest";
import { roundedEstimate } from "./rounded-estimate.ts";

test.each([
  [-20, "late", undefined],
  [1, "late", undefined],
  [2, "seconds", 5],
  [38, "seconds", 40],
  [90, "seconds", 90],
  [91, "minutes", 2],
  [400, "minutes", 7],
])("%d s read as %s %s", (seconds, unit, count) => {
  expect(roundedEstimate(seconds)).toEqual(count === undefined ? { unit } : { unit, count });
});
