import { easeCamera } from "./easing.ts";

export type CameraMove = "push in" | "pull out" | "pan left" | "pan right" | "rise" | "sink" | "drift";

/**
 * Where the camera is: `x` and `y` in stage widths and heights from the middle, `zoom` from 1. Layers follow by their depth,
 * and so parallax comes about.
 */
export type CameraPose = { x: number; y: number; zoom: number };

/** The farthest the camera goes sideways, up or down; layers are painted wider by this much on every side. */
export const REACH = { x: 0.075, y: 0.05, zoom: 0.14 } as const;

/** The pose at a moment of the clip, 0 at its start and 1 at its end. */
export function cameraPose(move: CameraMove, fraction: number): CameraPose {
  const way = easeCamera(fraction);
  const across = REACH.x * (2 * way - 1);
  const along = REACH.y * (2 * way - 1);
  switch (move) {
    case "push in":
      return { x: across * 0.25, y: 0, zoom: 1 + REACH.zoom * way };
    case "pull out":
      return { x: -across * 0.25, y: 0, zoom: 1 + REACH.zoom * (1 - way) };
    case "pan left":
      return { x: -across, y: 0, zoom: 1.02 };
    case "pan right":
      return { x: across, y: 0, zoom: 1.02 };
    case "rise":
      return { x: 0, y: -along, zoom: 1.02 };
    case "sink":
      return { x: 0, y: along, zoom: 1.02 };
    case "drift":
      return { x: across * 0.55, y: -along * 0.2, zoom: 1 + REACH.zoom * 0.4 * way };
  }
}
