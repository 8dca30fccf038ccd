import { expect, test } from "vitest";
import { indexAfterKey } from "./grid-keys.ts";

// 0 1 2
// 3 4 5
// 6
test.each([
  ["ArrowRight", 2, 3],
  ["ArrowRight", 6, 6],
  ["ArrowLeft", 3, 2],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 3, 6],
  ["ArrowDown", 4, 4],
  ["ArrowUp", 6, 3],
  ["ArrowUp", 1, 1],
  ["Home", 5, 0],
  ["End", 1, 6],
  ["a", 1, null],
])("%s from %i leads to %s", (key, index, expected) => {
  expect(indexAfterKey(key, { index, columns: 3, count: 7 })).toBe(expected);
});
