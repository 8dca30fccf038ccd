import type { Vector } from "./follow-patch.ts";

const STEPS = 40;

/**
 * How far two ways are apart, whatever their pace: for each of the two the mean distance of its points from the other,
 * and of these the larger. A way that only begins well, or goes back, is as wrong as one that leads elsewhere.
 */
export function waysApart(one: readonly Vector[], other: readonly Vector[]): number {
  return Math.max(meanDistance(one, other), meanDistance(other, one));
}

export function lengthOf(way: readonly Vector[]): number {
  return way.reduce((sum, at, index) => sum + distance(at, way[index - 1] ?? at), 0);
}

function meanDistance(from: readonly Vector[], to: readonly Vector[]): number {
  const points = evenly(from);
  return points.reduce((sum, point) => sum + distanceToWay(point, to), 0) / points.length;
}

/** Points at equal distances along a way; its only point again and again if it has no length. */
function evenly(way: readonly Vector[]): Vector[] {
  const length = lengthOf(way);
  const points: Vector[] = [];
  let walked = 0;
  for (const [index, to] of way.entries()) {
    const from = way[index - 1] ?? to;
    const stretch = distance(from, to);
    while (points.length <= STEPS && (points.length * length) / STEPS <= walked + stretch + 1e-9) {
      const share = stretch === 0 ? 0 : ((points.length * length) / STEPS - walked) / stretch;
      points.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    }
    walked += stretch;
  }
  return points;
}

function distanceToWay(point: Vector, way: readonly Vector[]): number {
  return Math.min(...way.map((to, index) => distanceToStretch(point, way[index - 1] ?? to, to)));
}

function distanceToStretch(point: Vector, from: Vector, to: Vector): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = x * x + y * y === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / (x * x + y * y);
  const share = Math.min(1, Math.max(0, along));
  return distance(point, { x: from.x + x * share, y: from.y + y * share });
}

function distance(one: Vector, other: Vector): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
