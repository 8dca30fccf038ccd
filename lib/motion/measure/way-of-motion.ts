import type { CameraPose } from "../camera.ts";
import type { Size } from "../point.ts";
import type { GlobalMotion } from "./global-motion.ts";

/** A camera that goes farther than this sees little but what lies beyond the picture; nearer to it every step counts less. */
const FARTHEST = { share: 0.3, rollDegrees: 30, focalLog: 0.5 } as const;

/**
 * The pose from which a picture looks as if it had moved like this: what a film did, done again by a camera before another
 * picture. `frame` is the film's.
 */
export function poseOfMotion({ shift, scale, rollRadians }: GlobalMotion, frame: Size): CameraPose {
  const [cosine, sine] = [Math.cos(-rollRadians), Math.sin(-rollRadians)];
  // What is in the middle now, seen from the picture: the shift, turned and shrunk back.
  const right = -(shift.x * cosine - shift.y * sine) / scale;
  const down = -(shift.x * sine + shift.y * cosine) / scale;
  return {
    rightShare: held(right, FARTHEST.share),
    upShare: held((-down * frame.widthPx) / frame.heightPx, FARTHEST.share),
    yawDegrees: 0,
    pitchDegrees: 0,
    rollDegrees: held((-rollRadians * 180) / Math.PI, FARTHEST.rollDegrees),
    focalLog: held(Math.log(scale), FARTHEST.focalLog),
    forwardShare: 0,
  };
}

/** The value itself while it is small, and never beyond the limit. */
function held(value: number, limit: number): number {
  return limit * Math.tanh(value / limit);
}
