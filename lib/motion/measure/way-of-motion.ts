import { AT_REST, type CameraPose, eachPart } from "../camera.ts";
import type { Size } from "../point.ts";
import type { GlobalMotion } from "./global-motion.ts";

/**
 * The pose from which a picture looks as if it had moved like this: what a film did, done again by a camera before another
 * picture. `frame` is the film's.
 */
export function poseOfMotion({ shift, scale, rollRadians }: GlobalMotion, frame: Size): CameraPose {
  const [cosine, sine] = [Math.cos(-rollRadians), Math.sin(-rollRadians)];
  // What is in the middle now, seen from the picture: the shift, turned and shrunk back.
  const right = -(shift.x * cosine - shift.y * sine) / scale;
  const down = -(shift.x * sine + shift.y * cosine) / scale;
  return withinReach({
    ...AT_REST,
    rightShare: right,
    upShare: (-down * frame.widthPx) / frame.heightPx,
    rollDegrees: (-rollRadians * 180) / Math.PI,
    focalLog: Math.log(scale),
  });
}

/** A camera that goes farther than this sees little but what lies beyond the picture. */
const FARTHEST: CameraPose = {
  rightShare: 0.3,
  upShare: 0.3,
  yawDegrees: 20,
  pitchDegrees: 20,
  rollDegrees: 30,
  focalLog: 0.5,
  forwardShare: 0.4,
};

/** The pose itself while it is near; the farther it goes the less each step counts, so that there is still a picture to see. */
export function withinReach(pose: CameraPose): CameraPose {
  return eachPart((part) => FARTHEST[part] * Math.tanh(pose[part] / FARTHEST[part]));
}
