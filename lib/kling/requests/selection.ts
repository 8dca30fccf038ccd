import { z } from "zod";
import { SELECTION_LIMITS } from "../selection.ts";

const share = z.number().min(0).max(1);

/** Names the session that an `init-selection` opened. */
export const sessionSchema = z.object({ session_id: z.string().min(1).max(256) });

/** Marks on one frame of the session's video, as shares of its sides (off-26 §3.11). */
export const marksSchema = sessionSchema.extend({
  frame_index: z.int().min(0),
  points: z
    .array(z.object({ x: share, y: share }))
    .min(1)
    .max(SELECTION_LIMITS.pointsPerFrame),
});
