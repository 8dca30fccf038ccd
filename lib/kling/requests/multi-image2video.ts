import { z } from "zod";
import { ASPECT_RATIOS, DURATIONS, MODES } from "../fields.ts";
import { MODEL_IDS } from "../models.ts";
import { promptField, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** A clip of up to four pictured subjects (off-26 §3.3). */
export const multiImage2videoSchema = z.strictObject({
  kind: z.literal("multi-image2video"),
  model_name: z.enum(MODEL_IDS),
  image_list: z
    .array(z.strictObject({ image: mediaField("image", "image") }))
    .min(1)
    .max(4),
  prompt: promptField,
  negative_prompt: promptField.optional(),
  mode: z.enum(MODES).optional(),
  duration: z.enum(DURATIONS),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  ...watermarkFields,
});

export type MultiImage2VideoRequest = z.infer<typeof multiImage2videoSchema>;
