import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const NOW = new Date("2026-11-21T12:00:00Z");

test.each([
  ["0", 0],
  [" 120 ", 120_000],
  ["Sat, 21 Nov 2026 12:01:00 GMT", 60_000],
  ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
  ["-5", null],
  ["1.5", null],
  ["1e9", null],
  ["soon", null],
  ["2026-11-21", null],
  ["", null],
  [null, null],
])("%j asks for %j ms", (header, waitMs) => {
  expect(readRetryAfter(header, NOW)).toBe(waitMs);
});
