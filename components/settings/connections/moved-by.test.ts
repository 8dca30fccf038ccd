import { expect, test } from "vitest";
import { movedBy } from "./moved-by.ts";

const IDS = ["default", "one", "two"];

test.each([
  ["two", -1, ["default", "two", "one"]],
  ["one", 1, ["default", "two", "one"]],
  ["one", -1, null],
  ["two", 1, null],
  ["default", 1, null],
  ["gone", -1, null],
] as const)("%s by %d gives %j", (id, by, expected) => {
  expect(movedBy(IDS, { id, by })).toEqual(expected);
});
