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
  return opaque(base);
}

// Plain loops below: this runs with each edit, and callbacks and small arrays for each pixel are many times as slow.

function opaque({ values }: Level): Uint8ClampedArray<ArrayBuffer> {
  const colors = new Uint8ClampedArray(values);
  for (let at = 3; at < colors.length; at += 4) colors[at] = 255;
  return colors;
}

function knownOf({ widthPx, heightPx, data }: Pixels, isHole: Uint8Array): Level {
  const values = new Float32Array(data);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    if (isHole[pixel] === 0) values[pixel * 4 + 3] = 1;
    else values.fill(0, pixel * 4, pixel * 4 + 4);
  }
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
  for (let y = 0; y < heightPx; y += 1) {
    const upper = clamp((y - 1) >> 1, coarse.heightPx) * coarse.widthPx;
    const lower = clamp((y + 1) >> 1, coarse.heightPx) * coarse.widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      const at = (y * widthPx + x) * 4;
      if ((values[at + 3] ?? 0) >= 1) continue;
      const left = clamp((x - 1) >> 1, coarse.widthPx);
      const right = clamp((x + 1) >> 1, coarse.widthPx);
      const [a, b, c, d] = [upper + left, upper + right, lower + left, lower + right];
      giveLacking(values, at, { known: coarse.values, a, b, c, d, shareX: shareOf(x), shareY: shareOf(y) });
    }
  }
}

/** Fine pixels lie a quarter aside of coarse ones: how much of the one behind belongs to it. */
function shareOf(index: number): number {
  return index % 2 === 0 ? 0.75 : 0.25;
}

type Near = {
  readonly known: Float32Array;
  /** Upper left, upper right, lower left and lower right pixel. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly shareX: number;
  readonly shareY: number;
};

function giveLacking(values: Float32Array, at: number, { known, a, b, c, d, shareX, shareY }: Near): void {
  const lacking = 1 - (values[at + 3] ?? 0);
  for (let part = 0; part < 4; part += 1) {
    const above = (known[a * 4 + part] ?? 0) * (1 - shareX) + (known[b * 4 + part] ?? 0) * shareX;
    const below = (known[c * 4 + part] ?? 0) * (1 - shareX) + (known[d * 4 + part] ?? 0) * shareX;
    values[at + part] = (values[at + part] ?? 0) + lacking * (above * (1 - shareY) + below * shareY);
  }
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
