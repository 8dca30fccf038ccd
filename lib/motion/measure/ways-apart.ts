import type { Vector } from "./follow-patch.ts";

const STEPS = 40;

/** So much of a way may be anywhere: a single wrong look at a frame is no detour. */
const FORGIVEN = 0.1;

/**
 * How far two ways are apart, whatever their pace: nine tenths of each are no farther than this from the other one. A way
 * that only begins well, or goes back, is as wrong as one that leads elsewhere.
 */
export function waysApart(one: readonly Vector[], other: readonly Vector[]): number {
  return Math.max(farthest(one, other), farthest(other, one));
}

export function lengthOf(way: readonly Vector[]): number {
  return way.reduce((sum, at, index) => sum + distance(at, way[index - 1] ?? at), 0);
}

function farthest(from: readonly Vector[], to: readonly Vector[]): number {
  const distances = evenly(from).map((point) => distanceToWay(point, to));
  return (
    distances.sort((less, more) => less - more)[Math.floor((1 - FORGIVEN) * (distances.length - 1))] ?? 0
  );
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
