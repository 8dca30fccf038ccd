import type { ImageRatio } from "../../fields.ts";
import type { ImagePlan } from "../kind.ts";

/**
 * Longer side of a picture by its resolution class. Our reading: "1k", "2k" and "4k" name a number of columns and upstream
 * gives no pixels for any ratio (api-reference §4.1, §4.2).
 */
export const LONG_SIDE_PX = { "1k": 1024, "2k": 2048, "4k": 4096 } as const;

export type ResolutionClass = keyof typeof LONG_SIDE_PX;

/** What a ratio such as `21:9` measures in a class of pixels. */
export function pictureSize(ratio: ImageRatio, resolution: ResolutionClass = "1k"): ImagePlan {
  return withLongSide(ratioSides(ratio), LONG_SIDE_PX[resolution]);
}

/** The same shape with a longer side of so many pixels; sides are even. */
export function withLongSide({ widthPx, heightPx }: ImagePlan, longSidePx: number): ImagePlan {
  const scale = longSidePx / Math.max(widthPx, heightPx);
  return { widthPx: nearestEven(widthPx * scale), heightPx: nearestEven(heightPx * scale) };
}

/** As it is, or smaller in the same shape where it is larger than what is made at most (4k). */
export function atMost4k(size: ImagePlan): ImagePlan {
  const longSidePx = Math.max(size.widthPx, size.heightPx);
  return withLongSide(size, Math.min(longSidePx, LONG_SIDE_PX["4k"]));
}

export function ratioSides(ratio: string): ImagePlan {
  const [widthPx = 1, heightPx = 1] = ratio.split(":").map(Number);
  return { widthPx, heightPx };
}

function nearestEven(lengthPx: number): number {
  return Math.max(2, Math.round(lengthPx / 2) * 2);
}
