import { describe, expect, test } from "vitest";
import { advance, type Playhead, shownSecond, started } from "./playhead.ts";

const playing: Playhead = { second: 0, isPlaying: true, isLooping: true };

function later(playhead: Playhead, elapsedSeconds: number): Playhead {
  return advance(playhead, { elapsedSeconds, durationSeconds: 5 });
}

describe("advance", () => {
  test("goes at the pace of the clock", () => {
    expect(later(later(playing, 1.25), 1.25).second).toBe(2.5);
  });

  test("holds the end for a moment and begins again", () => {
    expect(shownSecond(later(playing, 5.5), 5)).toBe(5);
    expect(later(playing, 6).second).toBeCloseTo(0.2);
  });

  test("without a loop it stops at the end, however late the clock comes", () => {
    expect(later({ ...playing, isLooping: false }, 60)).toEqual({
      second: 5,
      isPlaying: false,
      isLooping: false,
    });
  });

  test("stays where it was stopped", () => {
    const stopped = { ...playing, second: 3, isPlaying: false };
    expect(later(stopped, 1)).toBe(stopped);
  });
});

describe("started", () => {
  test.each([
    [2, 2],
    [5, 0],
    [5.5, 0],
  ])("from second %d it plays from second %d", (second, from) => {
    expect(started({ ...playing, isPlaying: false, second }, 5)).toEqual({ ...playing, second: from });
  });
});

test("a scene that became shorter shows its end", () => {
  expect(shownSecond({ ...playing, second: 9 }, 5)).toBe(5);
});
