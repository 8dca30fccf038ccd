import { z } from "zod";
import { mediaField } from "./media-field.ts";

/** Three triples of further views of a pictured element (off-26b §4.2). */
export const aiMultiShotSchema = z.strictObject({
  kind: z.literal("ai-multi-shot"),
  element_frontal_image: mediaField("image", "image"),
});

export type AiMultiShotRequest = z.infer<typeof aiMultiShotSchema>;
