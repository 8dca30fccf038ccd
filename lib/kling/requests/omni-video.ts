import { z } from "zod";
import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "../fields.ts";
import { MODEL_IDS } from "../models.ts";
import { elementListField, promptField, shotFields, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** A clip from a prompt with pictures, elements and a video to refer to or to edit (off-26 §3.4, S003). */
export const omniVideoSchema = z.strictObject({
  kind: z.literal("omni-video"),
  model_name: z.enum(MODEL_IDS),
  prompt: promptField.optional(),
  ...shotFields,
  image_list: z
    .array(
      z.strictObject({
        image_url: mediaField("image", "image"),
        type: z.enum(["first_frame", "end_frame"]).optional(),
      }),
    )
    .min(1)
    .max(7)
    .optional(),
  element_list: elementListField.max(7).optional(),
  video_list: z
    .array(
      z.strictObject({
        video_url: mediaField("video", "referenceVideo"),
        refer_type: z.enum(["base", "feature"]).optional(),
        keep_original_sound: z.enum(["yes", "no"]).optional(),
      }),
    )
    .length(1)
    .optional(),
  sound: z.enum(SOUNDS).optional(),
  mode: z.enum(MODES).optional(),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  duration: z.enum(DURATIONS),
  ...watermarkFields,
});

export type OmniVideoRequest = z.infer<typeof omniVideoSchema>;
