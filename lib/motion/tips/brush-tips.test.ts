import { describe, expect, test } from "vitest";
import { areaOperation } from "../forms/area-form.ts";
import type { Paths } from "../history/paths.ts";
import { emptyLabels, type Label, type Region } from "../labels.ts";
import { imagePoint } from "../point.ts";
import { paintOperation } from "../raster/paint-operation.ts";
import { brushTips } from "./brush-tips.ts";

type Box = { readonly label: Label; readonly at: readonly [x: number, y: number]; readonly sidePx: number };

/** Square boxes around their places in a picture of 300 × 200, and how far each goes. */
function tips(boxes: readonly Box[], ways: { readonly [region in Region]?: readonly [number, number] } = {}) {
  const labels = emptyLabels({ widthPx: 300, heightPx: 200 });
  const paths: Record<number, unknown> = {};
  for (const { label, at, sidePx } of boxes) {
    const [centerXPx, centerYPx] = at;
    const box = { shape: "rectangle", label, locked: [], centerXPx, centerYPx } as const;
    paintOperation(labels, areaOperation({ ...box, widthPx: sidePx, heightPx: sidePx }));
    const way = label === 7 ? undefined : ways[label];
    if (way) paths[label] = [imagePoint(...at), imagePoint(centerXPx + way[0], centerYPx + way[1])];
  }
  return brushTips({ labels, paths: paths as Paths });
}

const HALVES = [
  { label: 1, at: [75, 100], sidePx: 150 },
  { label: 2, at: [225, 100], sidePx: 150 },
] as const;

const CORNERS = ([1, 2, 3, 4] as const).map((label) => ({
  label,
  at: [label % 2 === 0 ? 50 : 250, label > 2 ? 40 : 160] as const,
  sidePx: 50,
}));

const OUTWARDS = { 1: [30, 20], 2: [-30, 20], 3: [30, -20], 4: [-30, -20] } as const;
const INWARDS = { 1: [-30, -20], 2: [30, -20], 3: [-30, 20], 4: [30, 20] } as const;

describe("a drawing is worth a word", () => {
  test("when a region has no path, a path no region, or a start beside it", () => {
    expect(tips([{ label: 1, at: [50, 50], sidePx: 40 }])).toEqual([
      { code: "region-without-path", region: 1 },
    ]);
    const path = [imagePoint(10, 10), imagePoint(90, 10)];
    const labels = emptyLabels({ widthPx: 300, heightPx: 200 });
    expect(brushTips({ labels, paths: { 3: path } })).toEqual([{ code: "path-without-region", region: 3 }]);
    const box = { shape: "rectangle", locked: [], centerXPx: 200, centerYPx: 100 } as const;
    paintOperation(labels, areaOperation({ ...box, label: 3, widthPx: 50, heightPx: 50 }));
    expect(brushTips({ labels, paths: { 3: path } })).toEqual([{ code: "path-starts-outside", region: 3 }]);
  });

  test("when a region is too small to be seen", () => {
    expect(tips([{ label: 1, at: [50, 50], sidePx: 3 }], { 1: [50, 0] })).toEqual([
      { code: "region-too-small", region: 1, pixels: 9 },
    ]);
  });

  test("when all that is painted shall stay still", () => {
    expect(tips([{ label: 7, at: [50, 50], sidePx: 40 }])).toEqual([{ code: "still-only" }]);
    expect(tips([])).toEqual([]);
  });

  test.each([
    ["right", { 1: [60, 5], 2: [55, -5] }],
    ["left", { 1: [-60, 5], 2: [-55, -5] }],
    ["up", { 1: [0, -40], 2: [5, -45] }],
    ["down", { 1: [0, 40], 2: [5, 45] }],
  ] as const)("when the whole picture goes %s, as with a camera", (move, ways) => {
    expect(tips(HALVES, ways)).toEqual([{ code: "like-camera", move }]);
  });

  test.each([
    ["apart", OUTWARDS],
    ["together", INWARDS],
  ] as const)("when everything goes %s, as with a zoom", (move, ways) => {
    expect(tips(CORNERS, ways)).toEqual([{ code: "like-camera", move }]);
  });

  test("but not when parts go different ways, or something stays still", () => {
    expect(tips(HALVES, { 1: [60, 0], 2: [-60, 0] })).toEqual([]);
    expect(tips(HALVES, { 1: [40, 40], 2: [40, 40] })).toEqual([]);
    expect(tips([...CORNERS, { label: 7, at: [150, 100], sidePx: 20 }], OUTWARDS)).toEqual([]);
  });
});
