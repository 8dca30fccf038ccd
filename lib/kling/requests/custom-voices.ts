import { z } from "zod";
import { textOf } from "./fields.ts";
import { mediaField, outputField } from "./media-field.ts";

/** A new voice from a clean sample, or from an earlier clip that speaks (off-26 §4.4). */
export const customVoicesSchema = z.strictObject({
  kind: z.literal("custom-voices"),
  voice_name: textOf(20),
  voice_url: mediaField("audio", "voiceSample").optional(),
  video_id: outputField("voiceSample").optional(),
});

export type CustomVoicesRequest = z.infer<typeof customVoicesSchema>;
