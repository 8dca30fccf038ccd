import { expect, test } from "vitest";
import { readBudget } from "./read-budget.ts";

test.each([
  ["", null],
  ["  ", null],
  ["40", 40],
  [" 12.5 ", 12.5],
  ["12,5", 12.5],
  ["0.0001", 0.0001],
  ["1000000", 1_000_000],
])("%j is a budget of %j", (text, units) => {
  expect(readBudget(text)).toBe(units);
});

test.each(["0", "-1", "0.00001", "1000000.1", "1,000.5", "1e3", "ten", "Infinity"])(
  "%j is not a budget",
  (text) => {
    expect(readBudget(text)).toBeUndefined();
  },
);
