import { FREE, LABELS, type LabelBuffer } from "#lib/motion/labels.ts";
import type { View } from "#lib/motion/view/view.ts";
import { pixelOf, TILE } from "./region-looks.ts";

/** A part of something, in whole pixels of it. */
export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

export type LabelPaint = {
  readonly labels: LabelBuffer;
  /** In pixels of the layer, not of the screen. */
  readonly view: View;
  /** From `buildTiles`. */
  readonly tiles: Uint32Array;
  /** Half the width of the outline, in whole pixels of the layer. */
  readonly outlinePx: number;
};

export type PixelLayer = {
  readonly pixels: Uint32Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

const LIGHT = pixelOf([255, 255, 255], 235);
const DARK = pixelOf([10, 10, 16], 215);
const TILE_PIXELS = TILE * TILE;
const OUTSIDE = -1;

/**
 * Draws who owns what, as it is seen in this view, into a part of a layer: each pixel of the LAYER looks up its pixel of
 * the picture, so that the cost is the screen's and never the picture's. Where owners meet runs a light line with a dark
 * one beside it: one of the two shows on any picture.
 */
export function paintLabels(layer: PixelLayer, part: Rect, paint: LabelPaint): void {
  const { view, tiles, outlinePx } = paint;
  const rows = ownerRows(part, paint);
  const [originX, originY] = [tileOrigin(view.left), tileOrigin(view.top)];
  for (let y = part.y; y < part.y + part.heightPx; y += 1) {
    const [above, row, below] = [rows(y - outlinePx), rows(y), rows(y + outlinePx)];
    const tileRow = ((y + originY) & (TILE - 1)) * TILE;
    let target = y * layer.widthPx + part.x;
    for (let x = 0; x < part.widthPx; x += 1, target += 1) {
      const owner = row[x + outlinePx] ?? FREE;
      const up = above[x + outlinePx] ?? FREE;
      const down = below[x + outlinePx] ?? FREE;
      const left = row[x] ?? FREE;
      const right = row[x + 2 * outlinePx] ?? FREE;
      if (owner === up && owner === down && owner === left && owner === right) {
        const tile = owner * TILE_PIXELS + tileRow + ((part.x + x + originX) & (TILE - 1));
        layer.pixels[target] = owner === FREE ? 0 : (tiles[tile] ?? 0);
      } else {
        layer.pixels[target] = owner > Math.min(up, down, left, right) ? LIGHT : DARK;
      }
    }
  }
}

/**
 * The shown owners along a row of the layer, `outlinePx` wider than the part on both sides. Rows are asked for from the
 * top to the bottom; each is looked up once.
 */
function ownerRows(part: Rect, { labels, view, tiles, outlinePx }: LabelPaint): (y: number) => Uint8Array {
  const { owners, widthPx, heightPx } = labels;
  const shown = shownOwners(tiles);
  const count = part.widthPx + 2 * outlinePx;
  const columns = Int32Array.from({ length: count }, (_, index) =>
    pixelAt(part.x - outlinePx + index, view.left, view.scale, widthPx),
  );
  const ring = Array.from({ length: 2 * outlinePx + 1 }, () => ({
    y: Number.NaN,
    row: new Uint8Array(count),
  }));
  return (y) => {
    const slot = ring[(((y - part.y) % ring.length) + ring.length) % ring.length];
    if (slot === undefined) return new Uint8Array(count);
    if (slot.y === y) return slot.row;
    slot.y = y;
    const imageY = pixelAt(y, view.top, view.scale, heightPx);
    if (imageY === OUTSIDE) slot.row.fill(FREE);
    else fillRow(slot.row, { owners, start: imageY * widthPx, columns, shown });
    return slot.row;
  };
}

type RowSource = { owners: Uint8Array; start: number; columns: Int32Array; shown: Uint8Array };

function fillRow(row: Uint8Array, { owners, start, columns, shown }: RowSource): void {
  for (let index = 0; index < row.length; index += 1) {
    const column = columns[index] ?? OUTSIDE;
    row[index] = column === OUTSIDE ? FREE : (shown[owners[start + column] ?? FREE] ?? FREE);
  }
}

/** Which labels are seen at all: a hidden one looks like free pixels. */
function shownOwners(tiles: Uint32Array): Uint8Array {
  const shown = new Uint8Array(8);
  for (const label of LABELS) {
    const tile = tiles.subarray(label * TILE_PIXELS, (label + 1) * TILE_PIXELS);
    if (tile.some((pixel) => pixel !== 0)) shown[label] = label;
  }
  return shown;
}

/** The picture's pixel under the middle of a layer's. */
function pixelAt(layerPx: number, originPx: number, scale: number, lengthPx: number): number {
  const pixel = Math.floor((layerPx + 0.5 - originPx) / scale);
  return pixel >= 0 && pixel < lengthPx ? pixel : OUTSIDE;
}

/** Hatches go with the picture when it is pushed about. */
function tileOrigin(originPx: number): number {
  return ((-Math.round(originPx) % TILE) + TILE) % TILE;
}
