import { followPicture } from "./follow-picture.ts";
import type { GlobalMotion } from "./global-motion.ts";
import type { GreyFrame } from "./grey-frame.ts";
import { apply, type Homography } from "./homography.ts";

/**
 * The motion of a whole clip over time, one entry per frame.
 * @param frames of one size, in order; three or more per second follow any usual camera
 */
export function measureMotion(frames: readonly GreyFrame[]): readonly GlobalMotion[] {
  const views = followPicture(frames);
  return frames.map(({ atSeconds }, index) => ({ atSeconds, ...turnAndScaleOf(views[index]) }));
}

const NEAR = 0.25;

/** The shift, turn and growth that come nearest to a view: what becomes of two short lines through the middle. */
function turnAndScaleOf(view: Homography | undefined): Omit<GlobalMotion, "atSeconds"> {
  if (view === undefined) return { shift: { x: 0, y: 0 }, scale: 1, rollRadians: 0 };
  const shift = apply(view, { x: 0, y: 0 });
  const [right, left] = [apply(view, { x: NEAR, y: 0 }), apply(view, { x: -NEAR, y: 0 })];
  const [below, above] = [apply(view, { x: 0, y: NEAR }), apply(view, { x: 0, y: -NEAR })];
  const across = (right.x - left.x + (below.y - above.y)) / (4 * NEAR);
  const turned = (right.y - left.y - (below.x - above.x)) / (4 * NEAR);
  return { shift, scale: Math.hypot(across, turned), rollRadians: Math.atan2(turned, across) };
}
