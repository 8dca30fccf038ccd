import { z } from "zod";
import { OUTPUT_LABELS } from "#lib/kling/output-labels.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { advancedElementSchema, customElementSchema, voiceSchema } from "./library.ts";
import { address, seconds } from "./values.ts";

const watermark = { watermark_url: address.optional() };

const videos = z.array(
  z.strictObject({ id: z.string(), url: address, ...watermark, duration: seconds.optional() }),
);

const images = z.array(z.strictObject({ index: z.int().min(0), url: address, ...watermark }));

const soundPairs = z.array(
  z.strictObject({
    id: z.string(),
    url_mp3: address,
    url_wav: address.optional(),
    duration_mp3: seconds.optional(),
    duration_wav: seconds.optional(),
  }),
);

const nothing = z.strictObject({});
const anyVideos = z.strictObject({ videos });
const anyImages = z.strictObject({ images });

/** `task_result` of a task that has succeeded. */
export const TASK_RESULTS: Readonly<Record<TaskKind, z.ZodType>> = {
  text2video: anyVideos,
  image2video: anyVideos,
  "multi-image2video": anyVideos,
  "omni-video": anyVideos,
  "motion-control": anyVideos,
  "video-extend": anyVideos,
  "lip-sync": anyVideos,
  "identify-face": nothing,
  "advanced-lip-sync": anyVideos,
  avatar: anyVideos,
  // This endpoint's videos come without their length (§1.3).
  effects: z.strictObject({ videos: z.array(z.strictObject({ id: z.string(), url: address })) }),
  "init-selection": nothing,
  "multi-elements": anyVideos,
  tts: z.strictObject({
    audios: z.array(z.strictObject({ id: z.string(), url: address, duration: seconds.optional() })),
  }),
  "text-to-audio": z.strictObject({ audios: soundPairs }),
  "video-to-audio": z.strictObject({ videos, audios: soundPairs }),
  "image-generation": anyImages,
  "omni-image": z.union([
    z.strictObject({ result_type: z.literal("single"), images }),
    z.strictObject({ result_type: z.literal("series"), series_images: images }),
  ]),
  "multi-image2image": anyImages,
  expand: anyImages,
  "virtual-try-on": anyImages,
  "image-recognize": z.strictObject({
    images: z.array(
      z.strictObject({
        type: z.enum(OUTPUT_LABELS).extract(["object_seg", "head_seg", "face_seg", "cloth_seg"]),
        is_contain: z.boolean(),
        url: address.optional(),
      }),
    ),
  }),
  "ai-multi-shot": z.strictObject({
    images: z.array(
      z.strictObject({
        index: z.int().min(0),
        url_1: address,
        url_2: address.optional(),
        url_3: address.optional(),
      }),
    ),
  }),
  "custom-elements": z.strictObject({ elements: z.array(customElementSchema) }),
  "advanced-custom-elements": z.strictObject({ elements: z.array(advancedElementSchema) }),
  "custom-voices": z.strictObject({ voices: z.array(voiceSchema) }),
};
