import { describe, expect, test } from "vitest";
import { nextAttempt } from "./next-attempt.ts";

const HOUR_MS = 60 * 60 * 1000;

function answered(status: number, { attempts = 1, retryAfterMs = null as number | null } = {}) {
  return nextAttempt({ type: "answered", status, retryAfterMs }, { attempts, random: 0.5 });
}

test.each([200, 201, 204, 299])("%d delivers", (status) => {
  expect(answered(status)).toEqual({ type: "delivered" });
});

test.each([100, 301, 307, 400, 401, 404, 500, 503])("%d is tried again", (status) => {
  expect(answered(status)).toEqual({ type: "again", delayMs: 5_000, pauseMs: 0 });
});

test.each([429, 502, 504])("%d gives the receiver a pause", (status) => {
  expect(answered(status)).toEqual({ type: "again", delayMs: 30_000, pauseMs: 30_000 });
});

test("retry-after is honoured, up to a day", () => {
  expect(answered(503, { retryAfterMs: 90_000 })).toEqual({
    type: "again",
    delayMs: 90_000,
    pauseMs: 90_000,
  });
  expect(answered(429, { retryAfterMs: 1_000 })).toMatchObject({ pauseMs: 30_000 });
  expect(answered(429, { retryAfterMs: 1_000 * HOUR_MS })).toMatchObject({ delayMs: 24 * HOUR_MS });
  expect(answered(503, { attempts: 3, retryAfterMs: 1_000 })).toMatchObject({ delayMs: HOUR_MS / 2 });
});

test("410 ends it for good, an address that may not be called ends this message", () => {
  expect(answered(410)).toEqual({ type: "given_up", gone: true });
  expect(nextAttempt({ type: "refused", reason: "private" }, { attempts: 1, random: 0 })).toEqual({
    type: "given_up",
    gone: false,
  });
});

describe("a receiver that stays away", () => {
  const delaysWith = (random: number) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => {
      const next = nextAttempt({ type: "unreachable", reason: "x" }, { attempts, random });
      return next.type === "again" ? next.delayMs : Number.NaN;
    });

  test("is tried ten times over a good three days, with growing waits", () => {
    const delays = delaysWith(0.5);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(delays.reduce((sum, delay) => sum + delay) / HOUR_MS).toBeCloseTo(75.6, 1);
    expect(nextAttempt({ type: "unreachable", reason: "x" }, { attempts: 10, random: 0.5 })).toEqual({
      type: "given_up",
      gone: false,
    });
  });

  test("does not come back together with all others", () => {
    expect([delaysWith(0)[0], delaysWith(0.999)[0]]).toEqual([4_000, 5_998]);
  });
});
