import { followPatch, type Vector, windowAround } from "./follow-patch.ts";
import type { Pyramid } from "./pyramid.ts";

export type Pair = { readonly from: Vector; readonly to: Vector };

const RADIUS_PX = 4;
const LEAST_LIKENESS = 0.7;
/** Who follows a point there and back again must end where it began, or one of the two ways was wrong. */
const MAX_RETURN_ERROR_PX = 0.7;

/** Where single places of one picture are in another; those that cannot be told for sure are left out. */
export function trackPoints(from: Pyramid, to: Pyramid, points: readonly Vector[], start: Vector): Pair[] {
  return points.flatMap((point) => {
    const there = followPatch(from, to, windowAround(point, RADIUS_PX), start);
    if (there === null || there.likeness < LEAST_LIKENESS) return [];
    const arrived = { x: point.x + there.by.x, y: point.y + there.by.y };
    const expected = { x: -there.by.x, y: -there.by.y };
    const back = followPatch(to, from, windowAround(arrived, RADIUS_PX), expected);
    if (back === null) return [];
    const error = Math.hypot(there.by.x + back.by.x, there.by.y + back.by.y);
    return error > MAX_RETURN_ERROR_PX ? [] : [{ from: point, to: arrived }];
  });
}
