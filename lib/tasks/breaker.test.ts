import { describe, expect, test } from "vitest";
import { BREAKER_THRESHOLD, breakerState, restMs } from "./breaker.ts";

describe("a breaker", () => {
  test("bears a few failures, then opens, and rests longer after each failed probe, up to five minutes", () => {
    const rests = Array.from({ length: 16 }, (_, index) => restMs({ failures: index + 1, random: 0.999 }));
    expect(rests.slice(0, BREAKER_THRESHOLD - 1)).toEqual([null, null, null, null]);
    const open = rests.slice(BREAKER_THRESHOLD - 1).map(Number);
    expect(open).toEqual([...open].sort((first, second) => first - second));
    expect(open[0]).toBeLessThanOrEqual(5_000);
    expect(open.at(-1)).toBeLessThanOrEqual(5 * 60_000);
    expect(open.at(-1)).toBeGreaterThan(4 * 60_000);
  });

  test("spreads its rest, so that not everybody comes back together", () => {
    const at = (random: number) => restMs({ failures: BREAKER_THRESHOLD, random });
    expect([at(0), at(0.5), at(1)]).toEqual([2_500, 3_750, 5_000]);
  });

  test.each([
    [0, false, "closed"],
    [BREAKER_THRESHOLD - 1, true, "closed"],
    [BREAKER_THRESHOLD, true, "open"],
    [BREAKER_THRESHOLD, false, "probe"],
    [BREAKER_THRESHOLD + 9, true, "open"],
  ] as const)("after %i failures, resting=%s, is %s", (failures, isResting, state) => {
    expect(breakerState({ failures, isResting })).toBe(state);
  });
});
