import { z } from "zod";
import { textOf } from "./fields.ts";

/** A sound effect from words; seconds as a number (off-26 §3.12). */
export const textToAudioSchema = z.strictObject({
  kind: z.literal("text-to-audio"),
  prompt: textOf(200),
  duration: z.number().min(3).max(10),
});

export type TextToAudioRequest = z.infer<typeof textToAudioSchema>;
