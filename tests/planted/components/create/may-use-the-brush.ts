import { instrument } from "#components/motion/canvas.ts";

/** Kept: no rule bites here. */
export const kept = instrument;
