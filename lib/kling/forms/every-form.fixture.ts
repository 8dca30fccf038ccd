import type { TaskKind } from "../task-kinds.ts";
import { form as advancedLipSync } from "./advanced-lip-sync-form.ts";
import { form as aiMultiShot } from "./ai-multi-shot-form.ts";
import { form as avatar } from "./avatar-form.ts";
import { form as effects } from "./effects-form.ts";
import { form as expand } from "./expand-form.ts";
import type { Patch } from "./field.ts";
import { form as imageGeneration } from "./image-generation-form.ts";
import { form as imageRecognize } from "./image-recognize-form.ts";
import { form as lipSync } from "./lip-sync-form.ts";
import { form as motionControl } from "./motion-control-form.ts";
import { form as multiImage2image } from "./multi-image2image-form.ts";
import { form as multiImage2video } from "./multi-image2video-form.ts";
import { form as omniImage } from "./omni-image-form.ts";
import { form as omniVideo } from "./omni-video-form.ts";
import { form as textToAudio } from "./text-to-audio-form.ts";
import type { ToolForm } from "./tool-form.ts";
import { form as tts } from "./tts-form.ts";
import { form as videoExtend } from "./video-extend-form.ts";
import { form as videoToAudio } from "./video-to-audio-form.ts";
import { form as virtualTryOn } from "./virtual-try-on-form.ts";

/** Every form there is: a row here, and `forms.test.ts` goes through whatever its controls can reach. */
export const EVERY_FORM: readonly ToolForm[] = [
  multiImage2video,
  omniVideo,
  motionControl,
  videoExtend,
  lipSync,
  advancedLipSync,
  avatar,
  effects,
  tts,
  textToAudio,
  videoToAudio,
  imageGeneration,
  omniImage,
  multiImage2image,
  expand,
  virtualTryOn,
  imageRecognize,
  aiMultiShot,
];

/** What an instrument (`custom`) writes, by the kind it is of. */
export const INSTRUMENT_SAMPLES: Readonly<Partial<Record<TaskKind, Patch>>> = {
  "advanced-lip-sync": {
    session_id: "700",
    "face_choose[0].face_id": "0",
    "face_choose[0].sound_start_time": 0,
    "face_choose[0].sound_end_time": 2000,
    "face_choose[0].sound_insert_time": 0,
  },
  effects: { effect_scene: "heart_gesture" },
};
