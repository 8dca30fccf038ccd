import { z } from "zod";
import { IMAGE_MODEL_IDS } from "../image-models.ts";
import { imageCountField, imageRatioField, promptField, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** A picture of up to four pictured subjects, in a pictured scene and style (off-25, off-26b §4.2). */
export const multiImage2imageSchema = z.strictObject({
  kind: z.literal("multi-image2image"),
  model_name: z.enum(IMAGE_MODEL_IDS),
  prompt: promptField.optional(),
  subject_image_list: z
    .array(z.strictObject({ subject_image: mediaField("image", "image") }))
    .min(1)
    .max(4),
  scene_image: mediaField("image", "looseImage").optional(),
  style_image: mediaField("image", "looseImage").optional(),
  n: imageCountField,
  aspect_ratio: imageRatioField,
  ...watermarkFields,
});

export type MultiImage2ImageRequest = z.infer<typeof multiImage2imageSchema>;
