import type { Size } from "../point.ts";

/** RGBA, row by row from the top. */
export type Pixels = Size & { readonly data: Uint8ClampedArray };

/** Four numbers a pixel: red, green, blue, each times the weight, and the weight from 0 (nothing known) to 1. */
type Level = Size & { readonly values: Float32Array };

/**
 * Fills holes from what lies around them: what is known is pulled together into ever smaller pictures until no hole is left,
 * and pushed back up into the holes (Gortler et al., The Lumigraph, 1996). A pixel is a hole where `isHole` is not 0; a
 * picture that is nothing but a hole becomes black.
 */
export function fillHoles(pixels: Pixels, isHole: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const base = knownOf(pixels, isHole);
  const levels = [base];
  for (let level = base; level.widthPx > 1 || level.heightPx > 1; ) {
    level = pulled(level);
    levels.push(level);
  }
  for (let index = levels.length - 1; index > 0; index -= 1) {
    const [coarse, fine] = [levels[index], levels[index - 1]];
    if (coarse !== undefined && fine !== undefined) push(coarse, fine);
  }
  return Uint8ClampedArray.from(base.values, (value, index) => (index % 4 === 3 ? 255 : value));
}

function knownOf({ widthPx, heightPx, data }: Pixels, isHole: Uint8Array): Level {
  const values = Float32Array.from(data, (value, index) => (isHole[index >> 2] === 0 ? value : 0));
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1)
    values[pixel * 4 + 3] = isHole[pixel] === 0 ? 1 : 0;
  return { widthPx, heightPx, values };
}

/** Half the size: four pixels become one, which is never surer than a known one. */
function pulled({ widthPx, heightPx, values }: Level): Level {
  const half = { widthPx: Math.ceil(widthPx / 2), heightPx: Math.ceil(heightPx / 2) };
  const sums = new Float32Array(half.widthPx * half.heightPx * 4);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const [from, to] = [(y * widthPx + x) * 4, ((y >> 1) * half.widthPx + (x >> 1)) * 4];
      for (let part = 0; part < 4; part += 1)
        sums[to + part] = (sums[to + part] ?? 0) + (values[from + part] ?? 0);
    }
  }
  for (let pixel = 0; pixel < sums.length; pixel += 4) {
    const excess = Math.max(1, sums[pixel + 3] ?? 0);
    for (let part = 0; part < 4; part += 1) sums[pixel + part] = (sums[pixel + part] ?? 0) / excess;
  }
  return { ...half, values: sums };
}

/** Gives each pixel of the finer picture what it lacks, softly from the coarser one's four nearest pixels. */
function push(coarse: Level, fine: Level): void {
  const { widthPx, heightPx, values } = fine;
  const color = new Float32Array(4);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const at = (y * widthPx + x) * 4;
      const lacking = 1 - (values[at + 3] ?? 0);
      if (lacking <= 0) continue;
      sample(coarse, { x: x / 2 - 0.25, y: y / 2 - 0.25 }, color);
      for (let part = 0; part < 4; part += 1)
        values[at + part] = (values[at + part] ?? 0) + lacking * (color[part] ?? 0);
    }
  }
}

type Place = { readonly x: number; readonly y: number };

function sample({ widthPx, heightPx, values }: Level, { x, y }: Place, into: Float32Array): void {
  const [left, top] = [clamp(Math.floor(x), widthPx), clamp(Math.floor(y), heightPx)];
  const [right, bottom] = [clamp(Math.floor(x) + 1, widthPx), clamp(Math.floor(y) + 1, heightPx)];
  const [shareX, shareY] = [x - Math.floor(x), y - Math.floor(y)];
  for (let part = 0; part < 4; part += 1) {
    const at = (column: number, row: number) => values[(row * widthPx + column) * 4 + part] ?? 0;
    const above = at(left, top) * (1 - shareX) + at(right, top) * shareX;
    const below = at(left, bottom) * (1 - shareX) + at(right, bottom) * shareX;
    into[part] = above * (1 - shareY) + below * shareY;
  }
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
