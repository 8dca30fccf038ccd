import type { ImagePoint } from "../point.ts";
import type { Painter } from "./painter.ts";

/**
 * Paints the pixels whose centres lie in a closed polygon by the even-odd rule. Every side is walked once: the places
 * where it crosses the rows are gathered per row, so a lasso of thousands of corners costs no more than its length.
 */
export function paintPolygon(painter: Painter, corners: readonly ImagePoint[], heightPx: number): void {
  const sides = corners.map((corner, index) =>
    sideOf(corner, corners[(index + 1) % corners.length] ?? corner, heightPx),
  );
  const firstOfRow = new Int32Array(heightPx + 1);
  for (const { top, bottom } of sides)
    for (let row = top; row < bottom; row += 1) firstOfRow[row + 1] = (firstOfRow[row + 1] ?? 0) + 1;
  for (let row = 0; row < heightPx; row += 1)
    firstOfRow[row + 1] = (firstOfRow[row + 1] ?? 0) + (firstOfRow[row] ?? 0);
  const crossings = new Float64Array(firstOfRow[heightPx] ?? 0);
  const next = firstOfRow.slice();
  for (const { top, bottom, xAt } of sides) {
    for (let row = top; row < bottom; row += 1) {
      const place = next[row] ?? 0;
      crossings[place] = xAt(row + 0.5);
      next[row] = place + 1;
    }
  }
  paintBetween(painter, crossings, firstOfRow);
}

type PolygonSide = { readonly top: number; readonly bottom: number; readonly xAt: (y: number) => number };

/** The rows whose centre line a side crosses: its upper end counts, its lower does not, so that corners count once. */
function sideOf(from: ImagePoint, to: ImagePoint, heightPx: number): PolygonSide {
  const [upper, lower] = from.y <= to.y ? [from, to] : [to, from];
  const slope = (lower.x - upper.x) / (lower.y - upper.y);
  return {
    top: Math.max(0, Math.ceil(upper.y - 0.5)),
    bottom: Math.min(heightPx, Math.ceil(lower.y - 0.5)),
    xAt: (y) => upper.x + (y - upper.y) * slope,
  };
}

function paintBetween(painter: Painter, crossings: Float64Array, firstOfRow: Int32Array): void {
  for (let row = 0; row + 1 < firstOfRow.length; row += 1) {
    const ofRow = crossings.subarray(firstOfRow[row], firstOfRow[row + 1]).sort();
    for (let index = 0; index + 1 < ofRow.length; index += 2)
      painter.row(row, Math.ceil((ofRow[index] ?? 0) - 0.5), Math.ceil((ofRow[index + 1] ?? 0) - 0.5));
  }
}
