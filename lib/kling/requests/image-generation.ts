import { z } from "zod";
import { IMAGE_MODEL_IDS } from "../image-models.ts";
import {
  elementListField,
  imageCountField,
  imageRatioField,
  promptField,
  watermarkFields,
} from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** Pictures from a prompt, or from a prompt and a picture (off-25, off-26b §4.1). */
export const imageGenerationSchema = z.strictObject({
  kind: z.literal("image-generation"),
  model_name: z.enum(IMAGE_MODEL_IDS),
  prompt: promptField,
  negative_prompt: promptField.optional(),
  image: mediaField("image", "image").optional(),
  image_reference: z.enum(["subject", "face"]).optional(),
  image_fidelity: z.number().min(0).max(1).optional(),
  human_fidelity: z.number().min(0).max(1).optional(),
  element_list: elementListField.optional(),
  resolution: z.enum(["1k", "2k"]).optional(),
  n: imageCountField,
  aspect_ratio: imageRatioField,
  ...watermarkFields,
});

export type ImageGenerationRequest = z.infer<typeof imageGenerationSchema>;
