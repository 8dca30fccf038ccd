import type { Path } from "./document.ts";
import { type ImagePoint, imagePoint } from "./point.ts";

/** A path that is measured, so that it can be walked at a steady pace. */
export type MeasuredPath = {
  readonly path: Path;
  /** Pixels walked when each corner is reached. */
  readonly reached: readonly number[];
  readonly lengthPx: number;
};

export function measurePath(path: Path): MeasuredPath {
  let lengthPx = 0;
  const reached = path.map((corner, index) => {
    const before = path[index - 1] ?? corner;
    lengthPx += Math.hypot(corner.x - before.x, corner.y - before.y);
    return lengthPx;
  });
  return { path, reached, lengthPx };
}

/**
 * Where one is after a share of the way, 0 at its start and 1 at its end.
 * @throws RangeError for a path without points
 */
export function alongPath({ path, reached, lengthPx }: MeasuredPath, fraction: number): ImagePoint {
  const wanted = Math.min(1, Math.max(0, fraction)) * lengthPx;
  const next = reached.findIndex((walked) => walked >= wanted);
  const to = path[next];
  if (to === undefined) throw new RangeError("A path without points.");
  const from = path[next - 1] ?? to;
  const stretch = (reached[next] ?? 0) - (reached[next - 1] ?? 0);
  const share = stretch === 0 ? 1 : 1 - ((reached[next] ?? 0) - wanted) / stretch;
  return imagePoint(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
}
