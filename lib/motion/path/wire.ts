import type { Path } from "../document.ts";
import { type ImagePoint, imagePoint, type Size } from "../point.ts";

/** A point of `trajectories`: whole pixels of the picture that is sent, from its LOWER left corner (off-26 §3.2). */
export type WirePoint = { readonly x: number; readonly y: number };

/** `y_api = height − y`: a path whose points are whole (`tidyPath`) comes back as it was, others within half a pixel. */
export function toWire(path: Path, size: Size): WirePoint[] {
  return path.map((point) => {
    const { x, y } = onPixel(point, size);
    return { x, y: size.heightPx - y };
  });
}

/** What a request that is read back had drawn. */
export function fromWire(points: readonly WirePoint[], { heightPx }: Size): Path {
  return points.map(({ x, y }) => imagePoint(x, heightPx - y));
}

/**
 * The nearest place that the wire can name: whole, 0 to width − 1 from the left, 0 to height − 1 from BELOW, which is 1 to
 * height from above.
 */
export function onPixel({ x, y }: ImagePoint, { widthPx, heightPx }: Size): ImagePoint {
  return imagePoint(
    Math.min(widthPx - 1, Math.max(0, Math.round(x))),
    Math.min(heightPx, Math.max(1, Math.round(y))),
  );
}

/** The same place, or the nearest one in the range of `onPixel`, not rounded. */
export function inside({ x, y }: ImagePoint, { widthPx, heightPx }: Size): ImagePoint {
  return imagePoint(Math.min(widthPx - 1, Math.max(0, x)), Math.min(heightPx, Math.max(1, y)));
}
