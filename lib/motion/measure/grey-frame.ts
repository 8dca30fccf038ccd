import type { Size } from "../point.ts";

/** One picture of a clip, small (at most 320 px wide serves best) and without colour. */
export type GreyFrame = Size & {
  /** 0 to 255, row by row from the top. */
  readonly grey: Uint8Array;
  readonly atSeconds: number;
};
