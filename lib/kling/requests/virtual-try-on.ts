import { z } from "zod";
import { TRY_ON_MODEL_IDS } from "../image-models.ts";
import { watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** A person in other clothes (off-25 §4.2). */
export const virtualTryOnSchema = z.strictObject({
  kind: z.literal("virtual-try-on"),
  model_name: z.enum(TRY_ON_MODEL_IDS),
  human_image: mediaField("image", "looseImage"),
  cloth_image: mediaField("image", "looseImage").optional(),
  ...watermarkFields,
});

export type VirtualTryOnRequest = z.infer<typeof virtualTryOnSchema>;
