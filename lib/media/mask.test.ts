import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readImageHeader } from "./image-header.ts";
import { discsAround } from "./mask.ts";
import { maskPng } from "./mask-png.ts";

const SIZE = { widthPx: 200, heightPx: 100 };
const at = (mask: ReturnType<typeof discsAround>, x: number, y: number) => mask.pixels[y * mask.widthPx + x];

test("a mask has a disc around each point and nothing else", () => {
  const mask = discsAround([{ x: 0.5, y: 0.5 }], SIZE);
  expect([at(mask, 100, 50), at(mask, 106, 50), at(mask, 100, 44)]).toEqual([1, 1, 1]);
  expect([at(mask, 107, 50), at(mask, 100, 43), at(mask, 105, 55)]).toEqual([0, 0, 0]);
});

test("discs at the edges are cut off there", () => {
  const mask = discsAround(
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
    SIZE,
  );
  expect([at(mask, 0, 0), at(mask, 199, 99), at(mask, 199, 0), at(mask, 0, 99)]).toEqual([1, 1, 0, 0]);
});

test("the picture of a mask is a PNG of its size, white where the mask is set", () => {
  const mask = discsAround([{ x: 0.25, y: 0.5 }], SIZE);
  const png = maskPng(mask);
  expect(readImageHeader(png)).toMatchObject({
    ok: true,
    mime: "image/png",
    storedWidthPx: 200,
    storedHeightPx: 100,
  });
  const dataStart = png.indexOf("IDAT") + 4;
  const rows = inflateSync(png.subarray(dataStart, dataStart + png.readUInt32BE(dataStart - 8)));
  const shown = Array.from({ length: 100 }, (_, row) => [...rows.subarray(row * 201 + 1, (row + 1) * 201)]);
  expect(shown.flat().map((grey) => grey / 255)).toEqual([...mask.pixels]);
});
