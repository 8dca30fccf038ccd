import { z } from "zod";
import { IMAGE_RATIOS } from "../fields.ts";
import { IMAGE_MODEL_IDS } from "../image-models.ts";
import { elementListField, imageCountField, promptField, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** Pictures, or a series of them, that refer to pictures and elements (off-26b §4.2). */
export const omniImageSchema = z.strictObject({
  kind: z.literal("omni-image"),
  model_name: z.enum(IMAGE_MODEL_IDS),
  prompt: promptField,
  image_list: z
    .array(z.strictObject({ image: mediaField("image", "image") }))
    .min(1)
    .max(10)
    .optional(),
  element_list: elementListField.optional(),
  resolution: z.enum(["1k", "2k", "4k"]).optional(),
  result_type: z.enum(["single", "series"]).optional(),
  n: imageCountField,
  series_amount: z.union([z.int().min(2).max(9), z.literal("auto")]).optional(),
  aspect_ratio: z.enum([...IMAGE_RATIOS, "auto"]).optional(),
  ...watermarkFields,
});

export type OmniImageRequest = z.infer<typeof omniImageSchema>;
