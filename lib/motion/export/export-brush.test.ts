import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { emptyLabels, type Label } from "../labels.ts";
import { imagePoint } from "../point.ts";
import { paintShape } from "../raster/shape.ts";
import { exportBrush } from "./export-brush.ts";

const SIZE = { widthPx: 60, heightPx: 40 };

/** Boxes of 10 × 10 pixels, from left to right. */
function withBoxes(...labels: readonly Label[]) {
  const buffer = emptyLabels(SIZE);
  labels.forEach((label, index) => {
    const from = imagePoint(index * 15, 10);
    const area = { shape: "rectangle", from, to: imagePoint(index * 15 + 10, 20) } as const;
    paintShape(buffer, { label, locked: [] }, area);
  });
  return buffer;
}

const PATH = [imagePoint(5, 15), imagePoint(30, 15)];

describe("what is sent", () => {
  test("has a mask of the picture's size for each region, its path from below, and the still area", async () => {
    const result = await exportBrush({ labels: withBoxes(2, 5, 7), paths: { 2: PATH, 5: PATH } });
    if (!("brush" in result)) throw new Error("refused");
    const { static_mask, dynamic_masks } = result.brush;
    expect(dynamic_masks.map(({ region }) => region)).toEqual([2, 5]);
    expect(dynamic_masks[0]?.trajectories).toEqual([
      { x: 5, y: 25 },
      { x: 30, y: 25 },
    ]);
    for (const png of [static_mask, ...dynamic_masks.map(({ mask }) => mask)]) {
      const { width, height } = await sharp(png).metadata();
      expect([width, height]).toEqual([60, 40]);
      const levels = new Set(await sharp(png).raw().toBuffer());
      expect([...levels].toSorted((a, b) => a - b)).toEqual([0, 255]);
    }
  });

  test("may be a still area alone, and has none where nothing is to be still", async () => {
    const still = await exportBrush({ labels: withBoxes(7), paths: {} });
    expect("brush" in still && still.brush.dynamic_masks).toEqual([]);
    const moving = await exportBrush({ labels: withBoxes(1), paths: { 1: PATH } });
    expect("brush" in moving && Object.keys(moving.brush)).toEqual(["dynamic_masks"]);
  });

  test("goes with the picture when that is cut and shrunk", async () => {
    const cut = { left: 0, top: 0, widthPx: 60, heightPx: 40, to: { widthPx: 30, heightPx: 20 } };
    const result = await exportBrush({ labels: withBoxes(1), paths: { 1: PATH }, cut });
    const sent = "brush" in result ? result.brush.dynamic_masks[0] : undefined;
    expect(sent?.trajectories).toEqual([
      { x: 3, y: 12 },
      { x: 15, y: 12 },
    ]);
    const { data, info } = await sharp(sent?.mask).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([30, 20]);
    expect(data.filter((_, index) => index % info.channels === 0 && data[index] === 255)).toHaveLength(25);
  });
});

describe("a drawing is refused", () => {
  test.each([
    ["that is empty", withBoxes(), {}, [{ code: "nothing-painted" }]],
    [
      "with regions that go nowhere",
      withBoxes(1, 3, 7),
      { 3: PATH },
      [{ code: "region-without-path", region: 1 }],
    ],
    [
      "with paths that move nothing",
      withBoxes(1),
      { 1: PATH, 6: PATH },
      [{ code: "path-without-region", region: 6 }],
    ],
  ])("%s", async (_, labels, paths, refusals) => {
    expect(await exportBrush({ labels, paths: paths })).toEqual({ refusals });
  });

  test("whose region was cut away from the picture", async () => {
    const cut = { left: 30, top: 0, widthPx: 30, heightPx: 40, to: { widthPx: 30, heightPx: 40 } };
    const paths = { 1: [imagePoint(5, 15), imagePoint(50, 15)] };
    expect(await exportBrush({ labels: withBoxes(1), paths, cut })).toEqual({
      refusals: [{ code: "path-without-region", region: 1 }],
    });
  });
});
