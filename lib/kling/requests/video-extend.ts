import { z } from "zod";
import { CFG_SCALE_RANGE } from "../limits.ts";
import { promptField, watermarkFields } from "./fields.ts";
import { outputField } from "./media-field.ts";

/** Four to five seconds more of an earlier clip, by the model and mode that made it (off-26 §3.6). */
export const videoExtendSchema = z.strictObject({
  kind: z.literal("video-extend"),
  video_id: outputField("extendedVideo"),
  prompt: promptField.optional(),
  negative_prompt: promptField.optional(),
  cfg_scale: z.number().min(CFG_SCALE_RANGE.min).max(CFG_SCALE_RANGE.max).optional(),
  ...watermarkFields,
});

export type VideoExtendRequest = z.infer<typeof videoExtendSchema>;
