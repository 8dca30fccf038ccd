import { z } from "zod";
import { mediaField } from "./media-field.ts";

/** What a picture contains (object, head, face, clothes), answered at once with a cut-out of each (off-26 §3.12). */
export const imageRecognizeSchema = z.strictObject({
  kind: z.literal("image-recognize"),
  image: mediaField("image", "image"),
});

export type ImageRecognizeRequest = z.infer<typeof imageRecognizeSchema>;
