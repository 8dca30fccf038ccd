import { expect, test } from "vitest";
import { BUSINESS_CODES, findBusinessCode, httpStatusOf } from "./codes.ts";

/** api-reference §1.5, code → HTTP status, by hand. */
const DOCUMENTED: [number, number][] = [
  [0, 200],
  ...[1000, 1001, 1002, 1003, 1004].map((code): [number, number] => [code, 401]),
  ...[1100, 1101, 1102].map((code): [number, number] => [code, 429]),
  [1103, 403],
  ...[1200, 1201].map((code): [number, number] => [code, 400]),
  ...[1202, 1203].map((code): [number, number] => [code, 404]),
  ...[1300, 1301].map((code): [number, number] => [code, 400]),
  ...[1302, 1303, 1304].map((code): [number, number] => [code, 429]),
  [5000, 500],
  [5001, 503],
  [5002, 504],
];

test("the table holds exactly the documented codes with their statuses", () => {
  expect([...BUSINESS_CODES.values()].map(({ code, httpStatus }) => [code, httpStatus])).toEqual(DOCUMENTED);
  expect(findBusinessCode(1104)).toBeUndefined();
  expect(httpStatusOf(1203)).toBe(404);
});

test("an empty account is never retried although it shares 429 with the rate limits", () => {
  const retryable = [...BUSINESS_CODES.values()].filter((it) => it.retryable).map((it) => it.code);
  expect(retryable).toEqual([1302, 1303, 5000, 5001, 5002]);
});

test("every code explains itself and says what to do, in both languages", () => {
  for (const { code, message, explain, remedy } of BUSINESS_CODES.values()) {
    expect(
      [message, explain.zh, explain.en, remedy.zh, remedy.en].every((text) => text.length > 3),
      String(code),
    ).toBe(true);
  }
});
