import { AT_REST, type CameraPose } from "#lib/motion/camera.ts";
import type { CameraMove } from "../scene/camera.ts";

/** How near the camera comes while it goes aside; half of it, as a share of the frame, is what it may go. */
const NEAR = 0.13;
const ASIDE = NEAR / 2;

/**
 * Where a camera ends that words steer over a picture. It starts at rest with the whole picture, and comes so much closer
 * while it goes aside that it never looks beyond the edges; only pulling out cannot do without.
 */
export function steeredEnd(move: CameraMove): CameraPose {
  switch (move) {
    case "push in":
      return { ...AT_REST, forwardShare: NEAR };
    case "pull out":
      return { ...AT_REST, forwardShare: -NEAR / 2 };
    case "pan left":
      return { ...AT_REST, forwardShare: NEAR, rightShare: -ASIDE };
    case "pan right":
      return { ...AT_REST, forwardShare: NEAR, rightShare: ASIDE };
    case "rise":
      return { ...AT_REST, forwardShare: NEAR, upShare: ASIDE };
    case "sink":
      return { ...AT_REST, forwardShare: NEAR, upShare: -ASIDE };
    case "drift":
      return { ...AT_REST, forwardShare: NEAR, rightShare: ASIDE * 0.6, upShare: ASIDE * 0.3 };
  }
}
