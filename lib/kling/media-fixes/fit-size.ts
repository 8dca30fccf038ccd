import type { MediaLimits } from "../media-limits.ts";
import type { ImageSize } from "../output.ts";

/** Longest side of a picture that is written anew: no model makes more than 4K. Ours. */
const MAX_REWRITTEN_SIDE_PX = 3840;

/** Longer over shorter side that a file may have: as stated, or as its longest and shortest side leave it. */
export function largestRatio({ maxRatio, minSidePx, maxSidePx }: MediaLimits): number {
  const bySides =
    minSidePx === undefined || maxSidePx === undefined ? Number.POSITIVE_INFINITY : maxSidePx / minSidePx;
  return Math.min(maxRatio ?? Number.POSITIVE_INFINITY, bySides);
}

/** The largest part inside the allowed ratio; the same object when the whole is within it. */
export function cropToRatio(size: ImageSize, limits: MediaLimits): ImageSize {
  const { widthPx, heightPx } = size;
  const shortPx = Math.min(widthPx, heightPx);
  const ratio = largestRatio(limits);
  if (Math.max(widthPx, heightPx) <= shortPx * ratio) return size;
  const longPx = Math.floor(shortPx * ratio);
  return widthPx > heightPx ? { widthPx: longPx, heightPx } : { widthPx, heightPx: longPx };
}

/**
 * The measures at which a file of this size is written: enlarged or reduced until both sides are allowed. The size has a
 * ratio that `cropToRatio` left. Films get even sides, which H.264 asks for; every limit of a film is even.
 */
export function sizeToWrite(size: ImageSize, limits: MediaLimits): ImageSize {
  const { minSidePx = 1, maxSidePx = MAX_REWRITTEN_SIDE_PX } = limits;
  const shortPx = Math.min(size.widthPx, size.heightPx);
  const longPx = Math.max(size.widthPx, size.heightPx);
  const mostPx = limits.type === "image" ? Math.min(maxSidePx, MAX_REWRITTEN_SIDE_PX) : maxSidePx;
  const scale = shortPx < minSidePx ? minSidePx / shortPx : Math.min(1, mostPx / longPx);
  const step = limits.type === "video" ? 2 : 1;
  const sidePx = (px: number) =>
    // Down, so that the longer side never passes its limit; the shorter is held at its own.
    Math.max(minSidePx, step, Math.floor((px * scale + ROUNDING) / step) * step);
  return { widthPx: sidePx(size.widthPx), heightPx: sidePx(size.heightPx) };
}

/** 1080 · (1920 / 1080) may come out a hair below 1920. */
const ROUNDING = 1e-6;
