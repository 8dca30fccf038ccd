import { z } from "zod";
import { mediaField, outputField } from "./media-field.ts";

/** The faces of a video, answered at once; lips are then synced to one of them (off-26 §3.8). */
export const identifyFaceSchema = z.strictObject({
  kind: z.literal("identify-face"),
  video_id: outputField("lipSyncVideo").optional(),
  video_url: mediaField("video", "lipSyncVideo").optional(),
});

export type IdentifyFaceRequest = z.infer<typeof identifyFaceSchema>;
