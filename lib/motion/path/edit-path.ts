import { measurePath } from "../along-path.ts";
import type { Path } from "../document.ts";
import { type ImagePoint, imagePoint } from "../point.ts";
import { resample } from "./resample.ts";
import { distanceToLeg } from "./simplify.ts";

/** A new point before the one at `index`; at the path's length, at its end. */
export function withPoint(path: Path, index: number, at: ImagePoint): Path {
  return path.toSpliced(index, 0, at);
}

export function withPointMoved(path: Path, index: number, at: ImagePoint): Path {
  return path.map((point, place) => (place === index ? at : point));
}

export function withoutPoint(path: Path, index: number): Path {
  return path.filter((_, place) => place !== index);
}

export function movedBy(path: Path, { x, y }: { readonly x: number; readonly y: number }): Path {
  return path.map((point) => imagePoint(point.x + x, point.y + y));
}

/**
 * The same way backwards, from where it begins now: the region stays where it is and goes the other way round. Done
 * twice, it is the path that it was.
 */
export function reversed(path: Path): Path {
  const [first, last] = [path.at(0), path.at(-1)];
  if (first === undefined || last === undefined) return path;
  return movedBy(path.toReversed(), { x: first.x - last.x, y: first.y - last.y });
}

const SMOOTH_STEPS = 256;
/** Share of the way over which each point is averaged: takes a hand's tremor, leaves a turn. */
const SMOOTH_SHARE = 0.06;

/** The same way without its tremor and sharp corners; its ends stay. To be simplified again. */
export function smoothed(path: Path): Path {
  const even = resample(path, SMOOTH_STEPS);
  const reach = Math.round((SMOOTH_STEPS * SMOOTH_SHARE) / 2);
  return even.map((point, index) => {
    const arm = Math.min(reach, index, even.length - 1 - index);
    return arm === 0 ? point : middleOf(even.slice(index - arm, index + arm + 1));
  });
}

export function pathLengthPx(path: Path): number {
  return measurePath(path).lengthPx;
}

/** The leg that passes nearest, as the index of the point that it leads to; `null` without legs. */
export function nearestLeg(
  path: Path,
  at: ImagePoint,
): { readonly to: number; readonly distancePx: number } | null {
  let nearest: { to: number; distancePx: number } | null = null;
  path.forEach((point, to) => {
    const from = path[to - 1];
    if (from === undefined) return;
    const distancePx = distanceToLeg(at, from, point);
    if (nearest === null || distancePx < nearest.distancePx) nearest = { to, distancePx };
  });
  return nearest;
}

function middleOf(points: readonly ImagePoint[]): ImagePoint {
  const sum = points.reduce((total, { x, y }) => imagePoint(total.x + x, total.y + y), imagePoint(0, 0));
  return imagePoint(sum.x / points.length, sum.y / points.length);
}
