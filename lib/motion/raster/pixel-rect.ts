import type { Size } from "../point.ts";

/** Whole pixels of the picture; `right` and `bottom` are the first ones that are not meant. Never empty: nothing is `null`. */
export type PixelRect = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export function wholePicture({ widthPx, heightPx }: Size): PixelRect {
  return { left: 0, top: 0, right: widthPx, bottom: heightPx };
}

/** The smallest rectangle around both. */
export function around(a: PixelRect | null, b: PixelRect | null): PixelRect | null {
  if (a === null || b === null) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
