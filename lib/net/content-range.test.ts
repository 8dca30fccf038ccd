import { expect, test } from "vitest";
import { readContentRange } from "./content-range.ts";

test.each([
  ["bytes 0-9/10", { firstByte: 0, totalBytes: 10 }],
  [" bytes 5-9/10 ", { firstByte: 5, totalBytes: 10 }],
  ["bytes 5-9/*", { firstByte: 5, totalBytes: null }],
  ["bytes */10", null],
  ["bytes -1-9/10", null],
  ["bytes 5-9", null],
  ["items 5-9/10", null],
  ["", null],
])("%j", (header, expected) => {
  expect(readContentRange(header)).toEqual(expected);
});
