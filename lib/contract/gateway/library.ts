import { z } from "zod";
import { address, longNumber } from "./values.ts";

/** Elements and voices as Kling tells them (api-reference §4.3, §4.4). */

export const voiceSchema = z.strictObject({
  voice_id: z.string(),
  voice_name: z.string(),
  trial_url: address.optional(),
  owned_by: z.string(),
});

const elementFields = {
  element_id: longNumber,
  element_name: z.string(),
  element_description: z.string(),
  tag_list: z.array(z.strictObject({ id: z.string(), name: z.string(), description: z.string() })),
  owned_by: z.string(),
};

const pictures = z.array(z.strictObject({ image_url: address }));

/** An element of the older library; presets have no pictures of their own here. */
export const customElementSchema = z.strictObject({
  ...elementFields,
  element_frontal_image: address.optional(),
  element_refer_list: pictures,
});

const nothing = z.strictObject({});

export const advancedElementSchema = z.strictObject({
  ...elementFields,
  reference_type: z.enum(["image_refer", "video_refer"]),
  element_image_list: z.union([z.strictObject({ frontal_image: address, refer_images: pictures }), nothing]),
  element_video_list: z.union([
    z.strictObject({ refer_videos: z.array(z.strictObject({ video_url: address })) }),
    nothing,
  ]),
  element_voice_info: voiceSchema.optional(),
  status: z.enum(["succeed", "deleted"]),
});

/** `data` of a deletion, in the words of a task. */
export const deletedSchema = z.strictObject({ task_id: z.string(), task_status: z.literal("succeed") });

export const presetVoicesSchema = z.array(
  z.strictObject({
    task_id: z.string(),
    task_status: z.literal("succeed"),
    task_result: z.strictObject({ voices: z.array(voiceSchema) }),
  }),
);
