import { z } from "zod";
import { ASPECT_RATIOS, MODES, SOUNDS } from "#lib/kling/fields.ts";
import { promptField, shotFields } from "#lib/kling/requests/fields.ts";

/** A URL or base64. */
const picture = z.string().min(1);

const seconds = z.union([z.int(), z.string()]).meta({ description: "whole seconds, 3 to 15" });

/**
 * `POST /v1/videos` (S003, api-reference §10.3): the model, its routing rules and the parts of their own name; all other
 * fields are those of the native endpoint that the call is routed to.
 */
export const unifiedBodySchema = z.looseObject({
  model: z
    .string()
    .min(1)
    .meta({ examples: ["Kling-Video-O1", "Kling-V2.6"] }),
  prompt: promptField.optional(),
  negative_prompt: promptField.optional(),
  seconds: seconds.optional(),
  mode: z.enum(MODES).optional(),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  sound: z.enum(SOUNDS).optional(),
  image: picture.optional(),
  image_tail: picture.optional(),
  first_frame_url: picture.optional(),
  last_frame_url: picture.optional(),
  reference_images: z.array(picture).optional(),
  action_control: z.boolean().optional(),
});

/** `POST /v1/video/generations` (S002, api-reference §10.2): quality and sound are part of the model's name. */
export const generationsBodySchema = z.looseObject({
  model: z.enum(["kling-v3-std-silent", "kling-v3-std-audio", "kling-v3-pro-silent", "kling-v3-pro-audio"]),
  prompt: promptField.optional(),
  image: picture.optional(),
  last_image: picture.optional(),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  duration: seconds.optional(),
  extra_body: z
    .looseObject({
      negative_prompt: promptField.optional(),
      shot_type: z.enum(["customize", "intelligent"]).optional(),
      multi_prompt: shotFields.multi_prompt,
    })
    .optional(),
});
