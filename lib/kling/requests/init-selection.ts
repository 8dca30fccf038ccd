import { z } from "zod";
import { mediaField, outputField } from "./media-field.ts";

/** Opens a session in which parts of a video are selected, answered at once (off-26 §3.11). */
export const initSelectionSchema = z.strictObject({
  kind: z.literal("init-selection"),
  video_id: outputField("editVideo").optional(),
  video_url: mediaField("video", "editVideo").optional(),
});

export type InitSelectionRequest = z.infer<typeof initSelectionSchema>;
