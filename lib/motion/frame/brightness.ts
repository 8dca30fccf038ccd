import type { Size } from "../point.ts";
import type { Pixels } from "./push-pull.ts";

/** One number a pixel: 0 is the picture's own mean, and 1 how far its pixels usually are from that. */
export type Brightness = Size & { readonly values: Float32Array };

/**
 * How bright each pixel is (Rec. 709), averaged over squares of `step` by `step`; a rest at the edges is left out. The same
 * place by day and at dusk is alike.
 */
export function brightnessOf({ widthPx, heightPx, data }: Pixels, step: number): Brightness {
  const size = { widthPx: Math.floor(widthPx / step), heightPx: Math.floor(heightPx / step) };
  const values = new Float32Array(size.widthPx * size.heightPx);
  for (let y = 0; y < size.heightPx * step; y += 1) {
    for (let x = 0; x < size.widthPx * step; x += 1) {
      const at = (y * widthPx + x) * 4;
      const light = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
      const to = Math.floor(y / step) * size.widthPx + Math.floor(x / step);
      values[to] = (values[to] ?? 0) + light / step ** 2;
    }
  }
  return { ...size, values: standardized(values) };
}

function standardized(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const usual = Math.sqrt(square) || 1;
  return values.map((value) => (value - mean) / usual);
}

type Window = {
  /** Pixels of the first picture; what lies outside of either picture is not compared. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly shiftX: number;
  readonly shiftY: number;
};

/** Mean difference of a window to what lies shifted in the second picture; Infinity when under half of it can be compared. */
export function differenceIn(first: Brightness, second: Brightness, window: Window): number {
  const { widthPx, heightPx } = first;
  const { shiftX, shiftY } = window;
  const left = Math.max(window.left, 0, -shiftX);
  const right = Math.min(window.right, widthPx, widthPx - shiftX);
  const top = Math.max(window.top, 0, -shiftY);
  const bottom = Math.min(window.bottom, heightPx, heightPx - shiftY);
  const count = Math.max(0, right - left) * Math.max(0, bottom - top);
  const whole =
    (Math.min(window.right, widthPx) - Math.max(window.left, 0)) *
    (Math.min(window.bottom, heightPx) - Math.max(window.top, 0));
  if (count < whole / 2 || count === 0) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const there = second.values[(y + shiftY) * widthPx + x + shiftX] ?? 0;
      sum += Math.abs((first.values[y * widthPx + x] ?? 0) - there);
    }
  }
  return sum / count;
}
