import type { Size } from "../point.ts";

/** How a picture lies in the frame that it covers: a point at `x` of it is seen at `left + x * scale`. */
export type Covering = { readonly scale: number; readonly left: number; readonly top: number };

/** Whichever side is too long goes evenly beyond the frame. */
export function covering(picture: Size, frame: Size): Covering {
  const scale = Math.max(frame.widthPx / picture.widthPx, frame.heightPx / picture.heightPx);
  return {
    scale,
    left: (frame.widthPx - picture.widthPx * scale) / 2,
    top: (frame.heightPx - picture.heightPx * scale) / 2,
  };
}

/** The same shape, its longer side at most this long. */
export function within({ widthPx, heightPx }: Size, longestPx: number): Size {
  const scale = Math.min(1, longestPx / Math.max(widthPx, heightPx));
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}
