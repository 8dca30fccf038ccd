import { expect, test } from "vitest";
import { emptyLabels } from "#lib/motion/labels.ts";
import { paintLabels } from "./paint-labels.ts";
import { buildTiles } from "./region-looks.ts";

const tiles = buildTiles({ opacity: 0.5, isShown: () => true });
const view = { scale: 1, left: 0, top: 0 };
const labels = emptyLabels({ widthPx: 16, heightPx: 16 });
for (let y = 4; y < 12; y += 1) labels.owners.fill(1, y * 16 + 4, y * 16 + 12);

function paint(paintedTiles: Uint32Array, part = { x: 0, y: 0, widthPx: 16, heightPx: 16 }) {
  const layer = { pixels: new Uint32Array(256).fill(1), widthPx: 16, heightPx: 16 };
  paintLabels(layer, part, { labels, view, tiles: paintedTiles, outlinePx: 1 });
  return (x: number, y: number) => bytesOf(layer.pixels[y * 16 + x] ?? 0);
}

function bytesOf(pixel: number): number[] {
  return [...new Uint8Array(new Uint32Array([pixel]).buffer)];
}

test("a region is tinted in its colour, and what is free stays clear", () => {
  const at = paint(tiles);
  expect(at(8, 9).slice(0, 3)).toEqual([255, 92, 92]);
  expect(at(1, 1)).toEqual([0, 0, 0, 0]);
});

test("its border is light inside and dark outside, so that it shows on any picture", () => {
  const at = paint(tiles);
  expect(at(4, 8)[0]).toBeGreaterThan(200);
  expect(at(4, 8)[1]).toBeGreaterThan(200);
  expect(at(3, 8)[0]).toBeLessThan(40);
  expect(at(3, 8)[3]).toBeGreaterThan(150);
});

test("a hidden region leaves no trace, not even its border", () => {
  const at = paint(buildTiles({ opacity: 0.5, isShown: (label) => label !== 1 }));
  expect(at(8, 8)).toEqual([0, 0, 0, 0]);
  expect(at(4, 8)).toEqual([0, 0, 0, 0]);
});

test("a part that is painted alone looks like the same part of the whole", () => {
  const whole = paint(tiles);
  const part = { x: 2, y: 3, widthPx: 7, heightPx: 6 };
  const alone = paint(tiles, part);
  for (let y = 0; y < 16; y += 1) {
    for (let x = 0; x < 16; x += 1) {
      const isInside = x >= 2 && x < 9 && y >= 3 && y < 9;
      expect(alone(x, y), `${x}, ${y}`).toEqual(isInside ? whole(x, y) : [1, 0, 0, 0]);
    }
  }
});
