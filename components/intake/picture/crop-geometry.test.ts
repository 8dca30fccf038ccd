import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IMAGE_LIMITS } from "#lib/kling/limits.ts";
import { type Corner, type Crop, centredCrop, dragCorner, moveCrop } from "./crop-geometry.ts";

const side = fc.integer({ min: 64, max: 8000 });
const picture = fc.record({ widthPx: side, heightPx: side });
const shift = fc.integer({ min: -9000, max: 9000 });
const offset = fc.record({ dx: shift, dy: shift });
const corner = fc.constantFrom<Corner>("top-left", "top-right", "bottom-left", "bottom-right");

function expectUsable(crop: Crop, bounds: { widthPx: number; heightPx: number }) {
  expect(crop.x).toBeGreaterThanOrEqual(0);
  expect(crop.y).toBeGreaterThanOrEqual(0);
  expect(crop.x + crop.widthPx).toBeLessThanOrEqual(bounds.widthPx);
  expect(crop.y + crop.heightPx).toBeLessThanOrEqual(bounds.heightPx);
  expect(Math.max(crop.widthPx, crop.heightPx) / Math.min(crop.widthPx, crop.heightPx)).toBeLessThanOrEqual(
    IMAGE_LIMITS.maxRatio,
  );
}

describe("a crop", () => {
  test("starts as the middle of a picture that is too wide", () => {
    expect(centredCrop({ widthPx: 3000, heightPx: 600 })).toEqual({
      x: 750,
      y: 0,
      widthPx: 1500,
      heightPx: 600,
    });
  });

  test("starts as the whole picture when nothing has to go", () => {
    expect(centredCrop({ widthPx: 1280, heightPx: 720 })).toEqual({
      x: 0,
      y: 0,
      widthPx: 1280,
      heightPx: 720,
    });
  });

  test("takes the ratio that is asked for", () => {
    expect(centredCrop({ widthPx: 1000, heightPx: 1000 }, 16 / 9)).toEqual({
      x: 0,
      y: 219,
      widthPx: 1000,
      heightPx: 562,
    });
  });

  test("stays inside the picture and inside the ratio, however it is dragged", () => {
    fc.assert(
      fc.property(picture, corner, fc.array(offset, { maxLength: 6 }), (bounds, at, ways) => {
        let crop = centredCrop(bounds);
        for (const way of ways) {
          crop = moveCrop(dragCorner(crop, { corner: at, by: way, picture: bounds }), way, bounds);
          expectUsable(crop, bounds);
        }
      }),
    );
  });

  test("keeps the opposite corner where it is", () => {
    const start = { x: 100, y: 100, widthPx: 400, heightPx: 300 };
    const bounds = { widthPx: 1000, heightPx: 1000 };
    const dragged = dragCorner(start, { corner: "top-left", by: { dx: 50, dy: 20 }, picture: bounds });
    expect(dragged).toEqual({ x: 150, y: 120, widthPx: 350, heightPx: 280 });
  });
});
