import { z } from "zod";
import { MODES } from "../fields.ts";
import { promptField, watermarkFields } from "./fields.ts";
import { mediaField, outputField } from "./media-field.ts";

/** A pictured person who speaks a sound (off-26 §3.9). */
export const avatarSchema = z.strictObject({
  kind: z.literal("avatar"),
  image: mediaField("image", "image"),
  audio_id: outputField("avatarSound").optional(),
  sound_file: mediaField("audio", "avatarSound").optional(),
  prompt: promptField.optional(),
  mode: z.enum(MODES).optional(),
  ...watermarkFields,
});

export type AvatarRequest = z.infer<typeof avatarSchema>;
