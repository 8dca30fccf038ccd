import type { Path } from "../document.ts";
import type { LabelBuffer, Region } from "../labels.ts";
import { type ImagePoint, imagePoint } from "../point.ts";
import { withPointMoved } from "./edit-path.ts";

/** A path whose start lies on its region, and whether it had to be moved there. */
export type Snapped = { readonly path: Path; readonly isSnapped: boolean };

/** Moves the start of a path to the nearest pixel of its region. A region without pixels leaves it where it is. */
export function snapStart(labels: LabelBuffer, region: Region, path: Path): Snapped {
  const [start] = path;
  const nearest = start === undefined ? null : nearestOwned(labels, region, start);
  if (nearest === null || start === undefined || isOwned(labels, region, start))
    return { path, isSnapped: false };
  return { path: withPointMoved(path, 0, nearest), isSnapped: true };
}

/** Whether the pixel that the wire would name for a point is the region's. */
export function isOwned(
  { widthPx, heightPx, owners }: LabelBuffer,
  region: Region,
  { x, y }: ImagePoint,
): boolean {
  const [column, row] = [Math.round(x), Math.round(y) - 1];
  if (column < 0 || row < 0 || column >= widthPx || row >= heightPx) return false;
  return owners[row * widthPx + column] === region;
}

/** Row by row away from the point, until no row can hold a nearer pixel. */
function nearestOwned(labels: LabelBuffer, region: Region, { x, y }: ImagePoint): ImagePoint | null {
  let nearest: ImagePoint | null = null;
  let leastPx = Number.POSITIVE_INFINITY;
  const middle = Math.min(labels.heightPx - 1, Math.max(0, Math.round(y) - 1));
  for (let away = 0; away < labels.heightPx; away += 1) {
    if (away - 1 - Math.abs(y - 1 - middle) > leastPx) break;
    for (const row of away === 0 ? [middle] : [middle - away, middle + away]) {
      const column = nearestInRow(labels, { region, row, x });
      if (column === null) continue;
      const distancePx = Math.hypot(column - x, row + 1 - y);
      if (distancePx < leastPx) [nearest, leastPx] = [imagePoint(column, row + 1), distancePx];
    }
  }
  return nearest;
}

type RowSearch = { readonly region: Region; readonly row: number; readonly x: number };

function nearestInRow(
  { widthPx, heightPx, owners }: LabelBuffer,
  { region, row, x }: RowSearch,
): number | null {
  if (row < 0 || row >= heightPx) return null;
  const pixels = owners.subarray(row * widthPx, (row + 1) * widthPx);
  const column = Math.min(widthPx - 1, Math.max(0, Math.round(x)));
  const left = pixels.lastIndexOf(region, column);
  const right = pixels.indexOf(region, column);
  if (left < 0 || right < 0) return left < 0 && right < 0 ? null : Math.max(left, right);
  return x - left <= right - x ? left : right;
}
