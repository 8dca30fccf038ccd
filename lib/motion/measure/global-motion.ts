/**
 * Where the whole picture has gone since the clip's first frame: a point `p` of the first frame, measured from the picture's
 * middle, is now at `scale · turn(p, rollRadians) + shift`. The first frame's own entry says: nowhere.
 */
export type GlobalMotion = {
  readonly atSeconds: number;
  /** Of what was in the middle, as shares of the picture's WIDTH in both directions; x to the right, y downwards. */
  readonly shift: { readonly x: number; readonly y: number };
  /** Above 1: everything has grown, as when the camera zooms in. */
  readonly scale: number;
  /** Clockwise on the screen. */
  readonly rollRadians: number;
};
