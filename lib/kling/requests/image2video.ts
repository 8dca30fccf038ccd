import { z } from "zod";
import { MAX_DYNAMIC_MASKS, TRAJECTORY_POINTS } from "../limits.ts";
import { clipFields, elementListField, voiceListField } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** Pixels of `image`, counted from its lower left corner; the order is the direction of the movement (off-26 §3.2). */
const trajectoryPoint = z.strictObject({ x: z.int(), y: z.int() });

/**
 * The canonical image2video request. At least one of `image` and `image_tail` is a rule, not a shape (`rules.ts`).
 * `aspect_ratio` is carried because several clients send it; the output follows the picture. Upstream: off-26 §3.2.
 */
export const image2videoSchema = z.strictObject({
  kind: z.literal("image2video"),
  ...clipFields,
  image: mediaField("image", "image").optional(),
  image_tail: mediaField("image", "image").optional(),
  element_list: elementListField.optional(),
  voice_list: voiceListField.optional(),
  static_mask: mediaField("mask", "mask").optional(),
  dynamic_masks: z
    .array(
      z.strictObject({
        mask: mediaField("mask", "mask"),
        trajectories: z.array(trajectoryPoint).min(TRAJECTORY_POINTS.min).max(TRAJECTORY_POINTS.max),
      }),
    )
    .min(1)
    .max(MAX_DYNAMIC_MASKS)
    .optional(),
});

export type Image2VideoRequest = z.infer<typeof image2videoSchema>;
