import { z } from "zod";
import { ELEMENT_TAG_IDS } from "../element-tags.ts";
import { textOf } from "./fields.ts";
import { mediaField } from "./media-field.ts";

const elementFields = {
  element_name: textOf(20),
  element_description: textOf(100),
  tag_list: z.array(z.strictObject({ tag_id: z.enum(ELEMENT_TAG_IDS) })).optional(),
};

const referImages = z
  .array(z.strictObject({ image_url: mediaField("image", "image") }))
  .min(1)
  .max(3);

/** A new element of the older library, answered at once (off-26 §4.3, S003). */
export const customElementsSchema = z.strictObject({
  kind: z.literal("custom-elements"),
  ...elementFields,
  element_frontal_image: mediaField("image", "image"),
  element_refer_list: referImages,
});

/** A new element of the newer library, from pictures or from a video (off-26b §4.3). */
export const advancedCustomElementsSchema = z.strictObject({
  kind: z.literal("advanced-custom-elements"),
  ...elementFields,
  reference_type: z.enum(["image_refer", "video_refer"]),
  element_image_list: z
    .strictObject({ frontal_image: mediaField("image", "image"), refer_images: referImages })
    .optional(),
  element_video_list: z
    .strictObject({
      refer_videos: z.array(z.strictObject({ video_url: mediaField("video", "elementVideo") })).length(1),
    })
    .optional(),
  element_voice_id: textOf(256).optional(),
});

export type CustomElementsRequest = z.infer<typeof customElementsSchema>;
export type AdvancedCustomElementsRequest = z.infer<typeof advancedCustomElementsSchema>;
