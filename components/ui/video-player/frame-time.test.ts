import { describe, expect, test } from "vitest";
import { clockOf, frameAt, timeAfterFrames } from "./frame-time.ts";

const clip = { durationSeconds: 5, fps: 24 };

describe("timeAfterFrames", () => {
  test("a step forward and a step back end on the frame where they began", () => {
    const there = timeAfterFrames({ ...clip, timeSeconds: 2, frames: 1 });
    const back = timeAfterFrames({ ...clip, timeSeconds: there, frames: -1 });
    expect(frameAt(there, 24)).toBe(49);
    expect(frameAt(back, 24)).toBe(48);
  });

  test("never leaves the clip", () => {
    expect(frameAt(timeAfterFrames({ ...clip, timeSeconds: 0, frames: -1 }), 24)).toBe(0);
    expect(frameAt(timeAfterFrames({ ...clip, timeSeconds: 5, frames: 1 }), 24)).toBe(119);
  });

  test("a hundred steps visit a hundred frames, at every frame rate", () => {
    for (const fps of [24, 25, 30]) {
      let timeSeconds = 0;
      for (let step = 0; step < 100; step += 1) {
        timeSeconds = timeAfterFrames({ durationSeconds: 10, fps, timeSeconds, frames: 1 });
      }
      expect(frameAt(timeSeconds, fps)).toBe(100);
    }
  });
});

test.each([
  [0, "0:00.0"],
  [3.5, "0:03.5"],
  [0.3, "0:00.3"],
  [65.99, "1:05.9"],
])("%d s read as %s", (seconds, text) => {
  expect(clockOf(seconds)).toBe(text);
});
