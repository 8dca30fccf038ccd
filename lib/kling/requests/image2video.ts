import { z } from "zod";
import { clipFields, mediaReferenceSchema } from "./fields.ts";

/**
 * The canonical image2video request. At least one of `image` and `image_tail` is a rule, not a shape (`rules.ts`).
 * `aspect_ratio` is carried because several clients send it; the output follows the picture. Upstream: off-26 §3.2.
 */
export const image2videoSchema = z.strictObject({
  kind: z.literal("image2video"),
  ...clipFields,
  image: mediaReferenceSchema.optional(),
  image_tail: mediaReferenceSchema.optional(),
});

export type Image2VideoRequest = z.infer<typeof image2videoSchema>;
