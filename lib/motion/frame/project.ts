import type { CameraPose } from "../camera.ts";
import type { Size } from "../point.ts";

/** A point of the frame, in its pixels from the upper left corner. */
export type FramePoint = { readonly x: number; readonly y: number };

/** How much the camera sees along the longer side at rest: about as much as a person looks at. */
const FIELD_DEGREES = 52;

/**
 * Which point of the picture is seen at a point of the frame. The picture stands upright before the camera, so far away that
 * it just fills the frame at rest; x goes right, y down and z towards it.
 */
export function seenAt(pose: CameraPose, { widthPx, heightPx }: Size): (at: FramePoint) => FramePoint {
  const distance = Math.max(widthPx, heightPx) / 2 / Math.tan(radians(FIELD_DEGREES / 2));
  const focal = distance * Math.exp(pose.focalLog);
  const [roll, pitch, yaw] = [turn(pose.rollDegrees), turn(pose.pitchDegrees), turn(pose.yawDegrees)];
  const camera = {
    x: pose.rightShare * widthPx,
    y: -pose.upShare * heightPx,
    z: pose.forwardShare * distance,
  };
  return ({ x, y }) => {
    // The line of sight, turned back from the camera's own axes to the picture's.
    const across = (x - widthPx / 2) / focal;
    const down = (y - heightPx / 2) / focal;
    const [rolledX, rolledY] = roll(across, down);
    const [raisedY, raisedZ] = pitch(rolledY, 1);
    const [turnedZ, turnedX] = yaw(raisedZ, rolledX);
    const reach = (distance - camera.z) / turnedZ;
    return {
      x: widthPx / 2 + camera.x + turnedX * reach,
      y: heightPx / 2 + camera.y + raisedY * reach,
    };
  };
}

function turn(degrees: number): (first: number, second: number) => readonly [number, number] {
  const [cosine, sine] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return (first, second) => [first * cosine - second * sine, first * sine + second * cosine];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
