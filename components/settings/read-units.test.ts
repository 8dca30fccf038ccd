import { expect, test } from "vitest";
import { readUnits } from "./read-units.ts";

test.each([
  ["0", 0],
  [" 2,5 ", 2.5],
  ["0.0001", 0.0001],
  ["100", 100],
])("%j is %d units", (text, units) => {
  expect(readUnits(text, 100)).toBe(units);
});

test.each(["", "-1", "100.1", "0.00001", "1e2", "many"])("%j is none", (text) => {
  expect(readUnits(text, 100)).toBeUndefined();
});
