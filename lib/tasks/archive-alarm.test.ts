import { describe, expect, test } from "vitest";
import { alarmDueAt, madeAt } from "./archive-alarm.ts";
import { decideAfterArchiveTrouble } from "./next-step.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const heardAt = new Date("2026-03-01T12:00:00Z");
const onDay = (days: number) => new Date(heardAt.getTime() + days * DAY_MS);

describe("an alarm", () => {
  test.each([
    [0, null],
    [6.99, null],
    [7, 7],
    [19.9, 7],
    [20, 20],
    [27, 27],
    [40, 27],
  ])("after %d days is that of day %s", (days, expected) => {
    expect(alarmDueAt({ heardAt, dies: null }, onDay(days))).toBe(expected);
  });

  test("counts from the day of making, also when we heard of it late", () => {
    const dies = onDay(4); // made 26 days before we heard of it
    expect(madeAt({ heardAt, dies })).toEqual(onDay(-26));
    expect(alarmDueAt({ heardAt, dies }, heardAt)).toBe(20);
    expect(alarmDueAt({ heardAt, dies }, onDay(1))).toBe(27);
  });
});

/** Numbers from 0 to 1 that fill the range evenly, the same for the same seed. */
function goldenSteps(seed: number): () => number {
  let state = seed / 200;
  return () => {
    state = (state + 0.618_033_988_75) % 1;
    return state;
  };
}

/** Lets the worker's own decisions run against a link that is up for one hour of each day. */
function daysUntilFetched(seed: number): number | null {
  const random = goldenSteps(seed);
  const upFromMs = Math.floor(random() * 23) * HOUR_MS;
  let [nowMs, failures] = [0, 0];
  while (nowMs < 30 * DAY_MS) {
    const ofDayMs = nowMs % DAY_MS;
    if (ofDayMs >= upFromMs && ofDayMs < upFromMs + HOUR_MS) return nowMs / DAY_MS;
    failures += 1;
    const clock = { ageMs: nowMs, failures, random: random(), diesInMs: 30 * DAY_MS - nowMs };
    const decision = decideAfterArchiveTrouble("unreachable", clock);
    if (decision.kind === "spoil") return null;
    nowMs += decision.delayMs;
  }
  return null;
}

test("of 200 files behind a link that is up for one hour a day none is lost, and none waits for a second day", () => {
  const days = Array.from({ length: 200 }, (_, seed) => daysUntilFetched(seed));
  expect(days).not.toContain(null);
  expect(Math.max(...days.map((it) => it ?? 31))).toBeLessThan(1);
});
