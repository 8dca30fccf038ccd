import { instrument } from "#components/motion/canvas.ts";

export const planted = instrument;
