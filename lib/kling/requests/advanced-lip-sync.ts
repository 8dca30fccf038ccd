import { z } from "zod";
import { textOf, watermarkFields } from "./fields.ts";
import { mediaField, outputField } from "./media-field.ts";

const volume = z.number().min(0).max(2).optional();
const milliseconds = z.int().min(0);

/** Lips of one identified face that follow a sound; times in milliseconds (off-26 §3.8). */
export const advancedLipSyncSchema = z.strictObject({
  kind: z.literal("advanced-lip-sync"),
  session_id: textOf(256),
  face_choose: z
    .array(
      z.strictObject({
        face_id: textOf(256),
        audio_id: outputField("lipSyncSound").optional(),
        sound_file: mediaField("audio", "lipSyncSound").optional(),
        sound_start_time: milliseconds,
        sound_end_time: milliseconds,
        sound_insert_time: milliseconds,
        sound_volume: volume,
        original_audio_volume: volume,
      }),
    )
    .length(1),
  ...watermarkFields,
});

export type AdvancedLipSyncRequest = z.infer<typeof advancedLipSyncSchema>;
