import { expect, test } from "vitest";
import { type CallsOfMinute, healthOfCalls, isTrouble } from "./health.ts";

const NOW = new Date("2026-11-21T12:30:20Z");

function calls(
  minutesAgo: number,
  outcome: string,
  [count, eachMs]: readonly [number, number],
): CallsOfMinute {
  const minute = new Date(NOW.getTime() - minutesAgo * 60_000);
  return { minute, outcome, calls: count, latencyMsSum: BigInt(count * eachMs) };
}

test("hour and day are counted apart, and what is older not at all", () => {
  const rows = [
    calls(2, "ok", [6, 100]),
    calls(3, "1303", [2, 300]),
    calls(90, "ok", [8, 400]),
    calls(25 * 60, "timeout", [1000, 1]),
  ];
  const health = healthOfCalls(rows, NOW);
  expect(health.hour).toEqual({ calls: 8, failed: 0, latencyMs: 150 });
  expect(health.day).toEqual({ calls: 16, failed: 0, latencyMs: 275 });
  expect(health.hours.slice(-3)).toEqual([
    { calls: 0, failed: 0 },
    { calls: 8, failed: 0 },
    { calls: 8, failed: 0 },
  ]);
  expect(health.hours).toHaveLength(24);
});

test("waiting for nobody is no latency, and without calls there is none", () => {
  const rows = [calls(1, "timeout", [2, 60_000]), calls(1, "ok", [1, 200])];
  expect(healthOfCalls(rows, NOW).hour).toEqual({ calls: 3, failed: 2, latencyMs: 200 });
  expect(healthOfCalls([], NOW).day).toEqual({ calls: 0, failed: 0, latencyMs: null });
});

test("errors are told by what happened, the most frequent first, with the last time", () => {
  const rows = [
    calls(5, "http 502", [1, 1]),
    calls(50, "1102", [1, 1]),
    calls(9, "1102", [2, 1]),
    calls(1, "ok", [9, 1]),
  ];
  expect(healthOfCalls(rows, NOW).errors).toEqual([
    { outcome: "1102", calls: 3, lastAt: "2026-11-21T12:21:20.000Z" },
    { outcome: "http 502", calls: 1, lastAt: "2026-11-21T12:25:20.000Z" },
  ]);
});

test("a minute that has just begun counts although our clock is behind", () => {
  const ahead = healthOfCalls([calls(-1, "ok", [1, 10])], NOW);
  expect([ahead.hour.calls, ahead.hours.at(-1)?.calls]).toEqual([1, 1]);
});

test.each([
  ["ok", false],
  ["1301", false],
  ["1303", false],
  ["1201", false],
  ["http 404", false],
  ["1002", true],
  ["1102", true],
  ["5001", true],
  ["http 502", true],
  ["http 401", true],
  ["timeout", true],
  ["unreachable", true],
  ["something new", true],
])("%s: trouble of the connection %s", (outcome, expected) => {
  expect(isTrouble(outcome)).toBe(expected);
});
