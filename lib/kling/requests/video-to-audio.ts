import { z } from "zod";
import { textOf, watermarkFields } from "./fields.ts";
import { mediaField, outputField } from "./media-field.ts";

/** Sound for a silent video (off-26 §3.12). */
export const videoToAudioSchema = z.strictObject({
  kind: z.literal("video-to-audio"),
  video_id: outputField("soundlessVideo").optional(),
  video_url: mediaField("video", "soundlessVideo").optional(),
  sound_effect_prompt: textOf(200).optional(),
  bgm_prompt: textOf(200).optional(),
  asmr_mode: z.boolean().optional(),
  ...watermarkFields,
});

export type VideoToAudioRequest = z.infer<typeof videoToAudioSchema>;
