import { z } from "zod";
import { MODES } from "../fields.ts";
import { MODEL_IDS } from "../models.ts";
import { elementListField, promptField, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** The movement of a filmed person given to a pictured one (off-26 §3.5, S003). */
export const motionControlSchema = z.strictObject({
  kind: z.literal("motion-control"),
  model_name: z.enum(MODEL_IDS),
  image_url: mediaField("image", "motionImage"),
  video_url: mediaField("video", "motionVideo"),
  character_orientation: z.enum(["image", "video"]),
  mode: z.enum(MODES),
  prompt: promptField.optional(),
  keep_original_sound: z.enum(["yes", "no"]).optional(),
  element_list: elementListField.max(1).optional(),
  ...watermarkFields,
});

export type MotionControlRequest = z.infer<typeof motionControlSchema>;
