import { describe, expect, test } from "vitest";
import { LONGEST_WAIT_SECONDS, nextAttempt } from "./next-attempt.ts";

const HOUR_MS = 60 * 60 * 1000;

function answered(status: number, attempts = 1) {
  return nextAttempt({ type: "answered", status }, { attempts, random: 0.5 });
}

test.each([200, 201, 204, 299])("%d delivers", (status) => {
  expect(answered(status)).toEqual({ type: "delivered" });
});

test.each([100, 301, 307, 400, 401, 404, 429, 500, 503])("%d is tried again", (status) => {
  expect(answered(status)).toEqual({ type: "again", delayMs: 5_000 });
});

test("410 and an address that may not be called end it at once", () => {
  expect(answered(410)).toEqual({ type: "given_up" });
  expect(nextAttempt({ type: "refused", reason: "private" }, { attempts: 1, random: 0 })).toEqual({
    type: "given_up",
  });
});

describe("a receiver that stays away", () => {
  const delaysWith = (random: number) =>
    [1, 2, 3, 4, 5, 6, 7].map((attempts) => {
      const next = nextAttempt({ type: "unreachable", reason: "x" }, { attempts, random });
      return next.type === "again" ? next.delayMs : Number.NaN;
    });

  test("is tried eight times over about a day, with growing waits", () => {
    const delays = delaysWith(0.5);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(delays.reduce((sum, delay) => sum + delay) / HOUR_MS).toBeCloseTo(24, 0);
    expect(nextAttempt({ type: "unreachable", reason: "x" }, { attempts: 8, random: 0.5 })).toEqual({
      type: "given_up",
    });
  });

  test("is never waited for longer than the sweeper believes", () => {
    expect(
      delaysWith(0.999).every((delay, index) => delay / 1000 < (LONGEST_WAIT_SECONDS[index + 1] ?? 0)),
    ).toBe(true);
    expect(delaysWith(0)[0]).toBe(4_000);
  });
});
