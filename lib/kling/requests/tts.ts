import { z } from "zod";
import { textOf } from "./fields.ts";

/** Fields of speech; ids are those of `voices.ts` and not of custom voices (off-26 §3.12, §8). */
export const speechFields = {
  voice_id: textOf(256),
  voice_language: z.enum(["zh", "en"]),
  /** Out of 0.8–2.0 is not refused but taken as the nearest (off-26 §3.12). */
  voice_speed: z.number(),
} as const;

/** A spoken text, answered at once (off-26 §3.12). */
export const ttsSchema = z.strictObject({
  kind: z.literal("tts"),
  text: textOf(1000),
  voice_id: speechFields.voice_id,
  voice_language: speechFields.voice_language,
  voice_speed: speechFields.voice_speed.optional(),
});

export type TtsRequest = z.infer<typeof ttsSchema>;
