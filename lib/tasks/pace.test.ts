import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backOffMs, MIN_BACK_OFF_MS } from "./back-off.ts";
import { type DurationCurve, LEAST_LOOK_MS, paceOf, pollDelayMs, remainingSeconds } from "./pace.ts";

const MINUTE_MS = 60_000;
const SANDBOX_LOOK_MS = 500;

test("requests that differ only in words have one pace; another length has another", () => {
  const request = { kind: "text2video", model_name: "kling-v3", duration: "5" } as const;
  expect(paceOf({ ...request, prompt: "a" })).toBe(paceOf({ ...request, prompt: "b", mode: "std" }));
  expect(paceOf({ ...request, duration: "10" })).not.toBe(paceOf(request));
});

const FIVE_MINUTES: DurationCurve = {
  p10Ms: 260_000,
  p50Ms: 300_000,
  p90Ms: 340_000,
  typicalMs: 305_000,
  sample: 40,
};

test("looks are rare far from the likely end, every few seconds near it, and rarer the later a task is", () => {
  const elapsed = [0, 60_000, 150_000, 235_000, 262_000, 300_000, 355_000, 420_000, 3_600_000];
  const delays = elapsed.map((elapsedMs) =>
    pollDelayMs({ elapsedMs, curve: FIVE_MINUTES, leastLookMs: LEAST_LOOK_MS }),
  );
  expect(delays).toEqual([3_000, 30_000, 60_000, 5_000, 5_000, 5_000, 5_000, 10_000, 60_000]);
});

test("the more alike past tasks were, the closer the looks at the likely end", () => {
  const even = { ...FIVE_MINUTES, p10Ms: 299_000, p90Ms: 301_000 };
  expect(pollDelayMs({ elapsedMs: 300_000, curve: even, leastLookMs: LEAST_LOOK_MS })).toBe(3_000);
});

test("what one task taught is trusted less than what forty did", () => {
  const alike = { ...FIVE_MINUTES, p10Ms: 300_000, p90Ms: 300_000 };
  const at = (sample: number) =>
    pollDelayMs({ elapsedMs: 200_000, curve: { ...alike, sample }, leastLookMs: LEAST_LOOK_MS });
  expect([at(1), at(40)]).toEqual([3_000, 60_000]);
});

test("without experience the first looks are quick and the interval grows with the wait", () => {
  const after = (elapsedMs: number) => pollDelayMs({ elapsedMs, curve: null, leastLookMs: LEAST_LOOK_MS });
  expect([0, 10_000, 100_000, 300_000, 3_600_000].map(after)).toEqual([3_000, 3_000, 10_000, 30_000, 60_000]);
});

/** Looks at a task until it is seen to have ended. */
function follow(endsMs: number, pace: { curve: DurationCurve | null; leastLookMs: number }) {
  let elapsedMs = pollDelayMs({ elapsedMs: 0, ...pace });
  let looks = 1;
  for (; elapsedMs < endsMs; looks += 1) elapsedMs += pollDelayMs({ elapsedMs, ...pace });
  return { looks, lateMs: elapsedMs - endsMs };
}

function curveOf(durationsMs: readonly number[]): DurationCurve {
  const sorted = durationsMs.toSorted((one, other) => one - other);
  const quantile = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  const p50Ms = quantile(0.5);
  return { p10Ms: quantile(0.1), p50Ms, p90Ms: quantile(0.9), typicalMs: p50Ms, sample: sorted.length };
}

describe("for any provider, with and without experience", () => {
  const durations = fc.array(fc.integer({ min: 1_000, max: 30 * MINUTE_MS }), {
    minLength: 1,
    maxLength: 40,
  });
  const curve = fc.option(durations.map(curveOf), { nil: null });
  const end = fc.integer({ min: 0, max: 2 * 60 * MINUTE_MS });

  test("no look comes sooner than the provider allows or more than a minute later", () => {
    fc.assert(
      fc.property(curve, end, (learnt, elapsedMs) => {
        const delayMs = pollDelayMs({ elapsedMs, curve: learnt, leastLookMs: LEAST_LOOK_MS });
        expect(delayMs).toBeGreaterThanOrEqual(LEAST_LOOK_MS);
        expect(delayMs).toBeLessThanOrEqual(MINUTE_MS);
      }),
    );
  });

  test("the looks at a task are few: those near its likely end, and one in a few seconds to a minute else", () => {
    fc.assert(
      fc.property(curve, end, (learnt, endsMs) => {
        const { looks } = follow(endsMs, { curve: learnt, leastLookMs: LEAST_LOOK_MS });
        const spreadMs = learnt === null ? 0 : learnt.p90Ms - learnt.p10Ms;
        const wideMs =
          learnt === null ? 0 : spreadMs + 2 * Math.max(spreadMs / 2, learnt.p50Ms / (learnt.sample + 1));
        const near = Math.min(wideMs, endsMs) / LEAST_LOOK_MS;
        expect(looks).toBeLessThanOrEqual(60 + near + endsMs / MINUTE_MS);
      }),
    );
  });
});

describe.each([
  ["much alike", 0.05],
  ["usual", 0.2],
  ["scattered", 0.4],
])("of a provider whose tasks are %s", (_, sigma) => {
  // Evenly over the distribution: no luck is in it.
  const draw = (medianMs: number, count: number) =>
    Array.from({ length: count }, (_, index) => medianMs * Math.exp(sigma * probit((index + 0.5) / count)));

  test.each([30_000, 120_000, 300_000])(
    "nineteen of twenty ends are seen in six seconds (median %i ms)",
    (median) => {
      const learnt = { curve: curveOf(draw(median, 40)), leastLookMs: LEAST_LOOK_MS };
      const followed = draw(median, 2_000).map((endsMs) => follow(endsMs, learnt));
      const late = followed.map(({ lateMs }) => lateMs).toSorted((one, other) => one - other);
      expect(late[Math.floor(late.length * 0.95)]).toBeLessThanOrEqual(6_000);
      const looks = followed.reduce((sum, it) => sum + it.looks, 0) / followed.length;
      expect(looks).toBeLessThanOrEqual(15 + (sigma * median * 2) / LEAST_LOOK_MS);
    },
  );
});

/** The normal distribution's quantile, by the logistic one that lies close to it. */
function probit(part: number): number {
  return Math.log(part / (1 - part)) / 1.702;
}

test("the sandbox, which is in our own house, is asked several times a second", () => {
  const learnt = { ...FIVE_MINUTES, p10Ms: 4_000, p50Ms: 5_000, p90Ms: 6_000 };
  expect(pollDelayMs({ elapsedMs: 5_000, curve: learnt, leastLookMs: SANDBOX_LOOK_MS })).toBe(500);
  expect(pollDelayMs({ elapsedMs: 8_000, curve: null, leastLookMs: SANDBOX_LOOK_MS })).toBe(800);
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
