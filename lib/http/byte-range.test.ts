import { expect, test } from "vitest";
import { readRange } from "./byte-range.ts";

test.each([
  [null, { kind: "whole" }],
  ["items=0-4", { kind: "whole" }],
  ["bytes=0-4", { kind: "part", start: 0, end: 4 }],
  ["bytes=5-", { kind: "part", start: 5, end: 99 }],
  ["bytes=-10", { kind: "part", start: 90, end: 99 }],
  ["bytes=-1000", { kind: "part", start: 0, end: 99 }],
  ["bytes=90-1000", { kind: "part", start: 90, end: 99 }],
  ["bytes=0-0", { kind: "part", start: 0, end: 0 }],
  ["bytes=99-99", { kind: "part", start: 99, end: 99 }],
  ["bytes=100-", { kind: "unsatisfiable" }],
  ["bytes=7-3", { kind: "unsatisfiable" }],
  ["bytes=-0", { kind: "unsatisfiable" }],
  ["bytes=-", { kind: "unsatisfiable" }],
  ["bytes=a-b", { kind: "unsatisfiable" }],
  ["bytes=0-1,5-6", { kind: "unsatisfiable" }],
] as const)("%s of a hundred bytes", (header, expected) => {
  expect(readRange(header, 100)).toEqual(expected);
});

test("nothing of an empty file can be asked for", () => {
  expect(readRange("bytes=0-", 0)).toEqual({ kind: "unsatisfiable" });
  expect(readRange("bytes=-5", 0)).toEqual({ kind: "unsatisfiable" });
});
