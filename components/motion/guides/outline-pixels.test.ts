import { expect, test } from "vitest";
import type { Run } from "#lib/motion/document.ts";
import { outlinePixels } from "./outline-pixels.ts";

const square: Run[] = [2, 3, 4, 5].map((row) => [row * 10 + 2, 4]);

function pixels(view: { scale: number; left: number; top: number }, side: number, runs = square) {
  const layer = { widthPx: side, heightPx: side };
  const border = outlinePixels(runs, { layer, pictureWidthPx: 10, view });
  return new Set(border.map((index) => `${index % side},${Math.floor(index / side)}`));
}

test("the border of a square is its outermost pixels", () => {
  const border = pixels({ scale: 1, left: 0, top: 0 }, 10);
  expect(border.size).toBe(12);
  expect(border.has("2,2")).toBe(true);
  expect(border.has("5,5")).toBe(true);
  expect(border.has("3,3")).toBe(false);
});

test("the border stays one pixel of the screen wide when the picture is enlarged and moved", () => {
  const border = pixels({ scale: 3, left: 1, top: -2 }, 30);
  expect(border.size).toBe(4 * 12 - 4);
  expect(border.has("7,4")).toBe(true);
  expect(border.has("18,15")).toBe(true);
});

test("what lies outside the screen is left out", () => {
  expect(pixels({ scale: 1, left: 100, top: 0 }, 10).size).toBe(0);
  expect(pixels({ scale: 1, left: 0, top: 0 }, 10, []).size).toBe(0);
});
