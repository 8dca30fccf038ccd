import { expect, test } from "vitest";
import { assertRenderable, type RenderJob } from "./render-job.ts";
import { frameCountOf } from "./render-piece.ts";

const JOB: RenderJob = {
  kind: "text2video",
  prompt: "a hill",
  widthPx: 1280,
  heightPx: 720,
  fps: 24,
  durationSeconds: 5,
  hasSound: false,
  outDir: "/tmp",
};

test("a clip has fps times duration frames", () => {
  expect(frameCountOf({ fps: 24, durationSeconds: 5 })).toBe(120);
  expect(frameCountOf({ fps: 30, durationSeconds: 10 })).toBe(300);
});

test.each<[string, Partial<RenderJob>]>([
  ["an odd side", { widthPx: 1281 }],
  ["a side beyond 4096 px", { heightPx: 4098 }],
  ["half a frame per second", { fps: 0.5 }],
  ["no duration", { durationSeconds: 0 }],
  ["an endless duration", { durationSeconds: Number.NaN }],
  ["image2video without an image", { kind: "image2video" }],
])("%s is refused as a bug of the caller", (_, change) => {
  expect(() => assertRenderable({ ...JOB, ...change })).toThrow(RangeError);
});

test("every size of the capability map is accepted", () => {
  for (const [widthPx, heightPx] of [
    [1280, 720],
    [720, 1280],
    [720, 720],
    [1920, 1080],
    [1080, 1920],
    [1080, 1080],
    [3840, 2160],
    [960, 960],
  ] as const) {
    expect(() => assertRenderable({ ...JOB, widthPx, heightPx })).not.toThrow();
  }
});
