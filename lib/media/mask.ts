/** Which pixels of a picture are meant: one byte each, 1 or 0, row by row from the top. */
export type Mask = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array };

type Size = { readonly widthPx: number; readonly heightPx: number };

/** Shares of a picture's width and height from its upper left corner. */
type Point = { readonly x: number; readonly y: number };

/** Radius of a disc, as a share of the picture's shorter side. */
const RADIUS = 0.06;

/** Filled discs around the points, cut off at the edges. Every disc has at least one pixel. */
export function discsAround(points: readonly Point[], { widthPx, heightPx }: Size): Mask {
  const pixels = new Uint8Array(widthPx * heightPx);
  const radius = Math.max(1, Math.min(widthPx, heightPx) * RADIUS);
  for (const point of points) {
    const centerX = Math.min(widthPx - 1, Math.floor(point.x * widthPx));
    const centerY = Math.min(heightPx - 1, Math.floor(point.y * heightPx));
    const top = Math.max(0, Math.ceil(centerY - radius));
    const bottom = Math.min(heightPx - 1, Math.floor(centerY + radius));
    for (let row = top; row <= bottom; row += 1) {
      const reach = Math.floor(Math.sqrt(radius ** 2 - (row - centerY) ** 2));
      const [left, right] = [Math.max(0, centerX - reach), Math.min(widthPx - 1, centerX + reach)];
      pixels.fill(1, row * widthPx + left, row * widthPx + right + 1);
    }
  }
  return { widthPx, heightPx, pixels };
}
