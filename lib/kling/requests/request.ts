import { z } from "zod";
import type { TaskKind } from "../task-kinds.ts";
import { advancedLipSyncSchema } from "./advanced-lip-sync.ts";
import { aiMultiShotSchema } from "./ai-multi-shot.ts";
import { avatarSchema } from "./avatar.ts";
import { customVoicesSchema } from "./custom-voices.ts";
import { effectsSchema } from "./effects.ts";
import { advancedCustomElementsSchema, customElementsSchema } from "./elements.ts";
import { expandSchema } from "./expand.ts";
import { identifyFaceSchema } from "./identify-face.ts";
import { imageGenerationSchema } from "./image-generation.ts";
import { imageRecognizeSchema } from "./image-recognize.ts";
import { image2videoSchema } from "./image2video.ts";
import { initSelectionSchema } from "./init-selection.ts";
import { lipSyncSchema } from "./lip-sync.ts";
import { motionControlSchema } from "./motion-control.ts";
import { multiElementsSchema } from "./multi-elements.ts";
import { multiImage2imageSchema } from "./multi-image2image.ts";
import { multiImage2videoSchema } from "./multi-image2video.ts";
import { omniImageSchema } from "./omni-image.ts";
import { omniVideoSchema } from "./omni-video.ts";
import { textToAudioSchema } from "./text-to-audio.ts";
import { text2videoSchema } from "./text2video.ts";
import { ttsSchema } from "./tts.ts";
import { videoExtendSchema } from "./video-extend.ts";
import { videoToAudioSchema } from "./video-to-audio.ts";
import { virtualTryOnSchema } from "./virtual-try-on.ts";

/** The canonical schema of each kind. Browser code takes the types only: zod stays on the server (ADR 005). */
export const REQUEST_SCHEMAS = {
  text2video: text2videoSchema,
  image2video: image2videoSchema,
  "multi-image2video": multiImage2videoSchema,
  "omni-video": omniVideoSchema,
  "motion-control": motionControlSchema,
  "video-extend": videoExtendSchema,
  "lip-sync": lipSyncSchema,
  "identify-face": identifyFaceSchema,
  "advanced-lip-sync": advancedLipSyncSchema,
  avatar: avatarSchema,
  effects: effectsSchema,
  "init-selection": initSelectionSchema,
  "multi-elements": multiElementsSchema,
  tts: ttsSchema,
  "text-to-audio": textToAudioSchema,
  "video-to-audio": videoToAudioSchema,
  "image-generation": imageGenerationSchema,
  "omni-image": omniImageSchema,
  "multi-image2image": multiImage2imageSchema,
  expand: expandSchema,
  "virtual-try-on": virtualTryOnSchema,
  "image-recognize": imageRecognizeSchema,
  "ai-multi-shot": aiMultiShotSchema,
  "custom-elements": customElementsSchema,
  "advanced-custom-elements": advancedCustomElementsSchema,
  "custom-voices": customVoicesSchema,
} as const satisfies Record<TaskKind, z.ZodObject>;

/**
 * The canonical request that every door decodes to and every provider encodes from. `external_task_id` and
 * `callback_url` belong to the door and travel beside it.
 */
export const taskRequestSchema = z.discriminatedUnion("kind", [
  text2videoSchema,
  image2videoSchema,
  multiImage2videoSchema,
  omniVideoSchema,
  motionControlSchema,
  videoExtendSchema,
  lipSyncSchema,
  identifyFaceSchema,
  advancedLipSyncSchema,
  avatarSchema,
  effectsSchema,
  initSelectionSchema,
  multiElementsSchema,
  ttsSchema,
  textToAudioSchema,
  videoToAudioSchema,
  imageGenerationSchema,
  omniImageSchema,
  multiImage2imageSchema,
  expandSchema,
  virtualTryOnSchema,
  imageRecognizeSchema,
  aiMultiShotSchema,
  customElementsSchema,
  advancedCustomElementsSchema,
  customVoicesSchema,
]);

export type TaskRequest = z.infer<typeof taskRequestSchema>;

/** The request of one kind. */
export type RequestOf<Kind extends TaskKind> = Extract<TaskRequest, { kind: Kind }>;
