import { expect, test } from "vitest";
import { frameSize } from "./frame-size.ts";

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });

test.each([
  ["4K", size(4096, 2304), size(4000, 4000), size(1280, 720)],
  ["upright 4K", size(2304, 4096), size(4000, 4000), size(720, 1280)],
  ["a square", size(3000, 3000), size(4000, 4000), size(720, 720)],
  ["a panorama", size(5000, 2000), size(4000, 4000), size(1280, 512)],
  ["mere proportions", size(16, 9), size(4000, 4000), size(1280, 720)],
])("%s is never drawn larger than 720p", (_, shape, room, frame) => {
  expect(frameSize(shape, room)).toEqual(frame);
});

test("in less room fewer pixels are drawn, and never fewer than are seen", () => {
  expect(frameSize(size(1920, 1080), size(600, 900))).toEqual(size(640, 360));
});

test("rooms of nearly the same size have frames of the very same one", () => {
  expect(frameSize(size(1920, 1080), size(570, 900))).toEqual(frameSize(size(1920, 1080), size(630, 900)));
});

test("there is a frame before there is room", () => {
  expect(frameSize(size(1920, 1080), size(0, 0))).toEqual(size(160, 90));
});
