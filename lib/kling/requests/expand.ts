import { z } from "zod";
import { imageCountField, promptField, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

const expansion = z.number().min(0).max(2);

/** A picture that goes on beyond its edges; each ratio is a share of the picture's own side (off-25 §4.2). */
export const expandSchema = z.strictObject({
  kind: z.literal("expand"),
  image: mediaField("image", "image"),
  up_expansion_ratio: expansion,
  down_expansion_ratio: expansion,
  left_expansion_ratio: expansion,
  right_expansion_ratio: expansion,
  prompt: promptField.optional(),
  n: imageCountField,
  ...watermarkFields,
});

export type ExpandRequest = z.infer<typeof expandSchema>;
