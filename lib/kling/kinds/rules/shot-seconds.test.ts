import { describe, expect, test } from "vitest";
import { fittedSeconds, withSeconds } from "./shot-seconds.ts";

describe("the seconds of the shots of a clip", () => {
  test("are fitted to a longer clip by its last shot, and to a shorter one from its end", () => {
    expect(fittedSeconds([3, 2], 10)).toEqual([3, 7]);
    expect(fittedSeconds([3, 2, 5], 5)).toEqual([3, 1, 1]);
    expect(fittedSeconds([6, 2, 2], 3)).toEqual([1, 1, 1]);
  });

  test("cannot be fitted to a clip of fewer seconds than it has shots", () => {
    expect(fittedSeconds([1, 1, 1, 1], 3)).toBeNull();
    expect(fittedSeconds([], 5)).toBeNull();
  });

  test("stay as many together, whichever shot is made longer or shorter", () => {
    for (const at of [0, 1, 2])
      for (let wanted = -1; wanted <= 20; wanted += 1) {
        const seconds = withSeconds([4, 3, 3], at, wanted);
        expect(seconds.reduce((sum, length) => sum + length, 0)).toBe(10);
        expect(Math.min(...seconds)).toBeGreaterThanOrEqual(1);
        expect(seconds[at]).toBe(Math.min(8, Math.max(1, wanted)));
      }
  });

  test("are taken from the next shot first, and of a single shot nothing can be taken", () => {
    expect(withSeconds([4, 3, 3], 0, 6)).toEqual([6, 1, 3]);
    expect(withSeconds([4, 3, 3], 2, 6)).toEqual([3, 1, 6]);
    expect(withSeconds([5], 0, 2)).toEqual([5]);
  });
});
