import { z } from "zod";
import { textOf } from "./fields.ts";
import { mediaField, outputField } from "./media-field.ts";
import { speechFields } from "./tts.ts";

/** Lips that follow a text or a sound, the older endpoint (comfy-oas, kwai, dmx; api-reference §3.7). */
export const lipSyncSchema = z.strictObject({
  kind: z.literal("lip-sync"),
  input: z.strictObject({
    video_id: outputField("lipSyncVideo").optional(),
    video_url: mediaField("video", "lipSyncVideo").optional(),
    mode: z.enum(["text2video", "audio2video"]),
    text: textOf(120).optional(),
    voice_id: speechFields.voice_id.optional(),
    voice_language: speechFields.voice_language.optional(),
    voice_speed: speechFields.voice_speed.optional(),
    audio_type: z.enum(["file", "url"]).optional(),
    audio_file: mediaField("audio", "lipSyncSound").optional(),
    audio_url: mediaField("audio", "lipSyncSound").optional(),
  }),
});

export type LipSyncRequest = z.infer<typeof lipSyncSchema>;
