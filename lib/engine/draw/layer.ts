import type { Pen } from "#lib/motion/pen.ts";

/** A moment of the clip: seconds since its start, and the share of the clip that has passed. */
export type Moment = { seconds: number; fraction: number };

/**
 * One sheet of the picture. What does not move is painted once and then only copied; what lives is drawn each frame on top.
 */
export type Layer = {
  /** How strongly it follows the camera: 0 is infinitely far and stands still, 1 is right in front of us. */
  depth: number;
  still?: Still;
  live?: (pen: Pen, moment: Moment) => void;
};

/** Painted once, in stage pixels; only the strip between `top` and `bottom` is kept. */
export type Still = { top: number; bottom: number; paint: (pen: Pen) => void };
