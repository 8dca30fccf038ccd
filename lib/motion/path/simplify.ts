import { type ImagePoint, imagePoint } from "../point.ts";

type Simplification = {
  /** No point of the drawn line ends up farther from the new one. */
  readonly tolerancePx: number;
  /** Where a point that is kept comes to lie; its own shift counts towards the tolerance. */
  readonly place?: (point: ImagePoint) => ImagePoint;
};

/**
 * Leaves out the points whose loss is not seen (Ramer, Douglas and Peucker): first, last and every corner stay. Without
 * recursion: a scribble may be long.
 */
export function simplify(
  points: readonly ImagePoint[],
  { tolerancePx, place = (point) => point }: Simplification,
): ImagePoint[] {
  const placed = points.map(place);
  const isKept = points.map((_, index) => index === 0 || index === points.length - 1);
  const waiting: [from: number, to: number][] = [[0, points.length - 1]];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    const [from, to] = piece;
    const farthest = farthestFrom(points, { from, to, chord: [placed[from], placed[to]] });
    if (farthest.distancePx <= tolerancePx) continue;
    isKept[farthest.index] = true;
    waiting.push([from, farthest.index], [farthest.index, to]);
  }
  return placed.filter((_, index) => isKept[index]);
}

type Piece = {
  readonly from: number;
  readonly to: number;
  readonly chord: readonly [ImagePoint | undefined, ImagePoint | undefined];
};

/** Of the points between two others, the one farthest from the straight line between where those come to lie. */
function farthestFrom(points: readonly ImagePoint[], { from, to, chord: [start, end] }: Piece) {
  let [index, distancePx] = [from, 0];
  for (let between = from + 1; between < to; between += 1) {
    const point = points[between];
    if (point === undefined || start === undefined || end === undefined) continue;
    const distance = distanceToLeg(point, start, end);
    if (distance > distancePx) [index, distancePx] = [between, distance];
  }
  return { index, distancePx };
}

/** From a point to the nearest place between two others, ends included. */
export function distanceToLeg(point: ImagePoint, from: ImagePoint, to: ImagePoint): number {
  const nearest = nearestOnLeg(point, from, to);
  return Math.hypot(point.x - nearest.x, point.y - nearest.y);
}

function nearestOnLeg(point: ImagePoint, from: ImagePoint, to: ImagePoint): ImagePoint {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const within = Math.min(1, Math.max(0, share));
  return imagePoint(from.x + dx * within, from.y + dy * within);
}
