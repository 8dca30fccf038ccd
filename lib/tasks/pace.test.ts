import { expect, test } from "vitest";
import { backOffMs, MIN_BACK_OFF_MS } from "./back-off.ts";
import { MAX_POLL_MS, MIN_POLL_MS, paceOf, pollDelayMs, remainingSeconds } from "./pace.ts";

test("requests that differ only in words have one pace; another length has another", () => {
  const request = { kind: "text2video", model_name: "kling-v3", duration: "5" } as const;
  expect(paceOf({ ...request, prompt: "a" })).toBe(paceOf({ ...request, prompt: "b", mode: "std" }));
  expect(paceOf({ ...request, duration: "10" })).not.toBe(paceOf(request));
});

test("looks become frequent towards the usual end and rare again long after it", () => {
  const delays = [0, 30_000, 55_000, 59_000, 60_000, 64_000, 120_000].map((elapsedMs) =>
    pollDelayMs({ elapsedMs, typicalMs: 60_000 }),
  );
  expect(delays).toEqual([5_000, 5_000, 1_250, 500, 500, 1_000, 5_000]);
});

test("without experience the first looks are quick and the interval grows with the wait", () => {
  expect(pollDelayMs({ elapsedMs: 0, typicalMs: null })).toBe(MIN_POLL_MS);
  expect(pollDelayMs({ elapsedMs: 8_000, typicalMs: null })).toBe(2_000);
  expect(pollDelayMs({ elapsedMs: 600_000, typicalMs: null })).toBe(MAX_POLL_MS);
});

test("the estimate counts the rounds of those who go first and never claims to be done", () => {
  const running = { elapsedMs: 20_000, typicalMs: 30_000, queuePosition: null, maxParallel: 2 };
  expect(remainingSeconds(running)).toBe(10);
  expect(remainingSeconds({ ...running, elapsedMs: 90_000 })).toBe(1);
  expect(remainingSeconds({ ...running, elapsedMs: 0, queuePosition: 3 })).toBe(60);
  expect(remainingSeconds({ ...running, typicalMs: null })).toBeNull();
});

test.each([1, 2, 5, 12, 400])(
  "back-off after %i failures stays between one second and the ceiling",
  (failures) => {
    const ceilingMs = Math.min(60_000, MIN_BACK_OFF_MS * 2 ** failures);
    expect(backOffMs({ failures, maxMs: 60_000, random: 0 })).toBe(MIN_BACK_OFF_MS);
    expect(backOffMs({ failures, maxMs: 60_000, random: 0.999_999 })).toBeLessThanOrEqual(ceilingMs);
    expect(backOffMs({ failures, maxMs: 60_000, random: 0.5 })).toBeGreaterThan(MIN_BACK_OFF_MS);
  },
);
