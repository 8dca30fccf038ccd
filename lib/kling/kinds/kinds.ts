import type { RequestOf, TaskRequest } from "../requests/request.ts";
import type { TaskKind } from "../task-kinds.ts";
import { advancedCustomElements } from "./advanced-custom-elements.ts";
import { advancedLipSync } from "./advanced-lip-sync.ts";
import { aiMultiShot } from "./ai-multi-shot.ts";
import { avatar } from "./avatar.ts";
import { customElements } from "./custom-elements.ts";
import { customVoices } from "./custom-voices.ts";
import { effects } from "./effects.ts";
import { expand } from "./expand.ts";
import { identifyFace } from "./identify-face.ts";
import { imageGeneration } from "./image-generation.ts";
import { imageRecognize } from "./image-recognize.ts";
import { image2video } from "./image2video.ts";
import { initSelection } from "./init-selection.ts";
import type { Kind } from "./kind.ts";
import { lipSync } from "./lip-sync.ts";
import { motionControl } from "./motion-control.ts";
import { multiElements } from "./multi-elements.ts";
import { multiImage2image } from "./multi-image2image.ts";
import { multiImage2video } from "./multi-image2video.ts";
import { omniImage } from "./omni-image.ts";
import { omniVideo } from "./omni-video.ts";
import { textToAudio } from "./text-to-audio.ts";
import { text2video } from "./text2video.ts";
import { tts } from "./tts.ts";
import { videoExtend } from "./video-extend.ts";
import { videoToAudio } from "./video-to-audio.ts";
import { virtualTryOn } from "./virtual-try-on.ts";

/** Every kind by its name. */
const KINDS: { readonly [Name in TaskKind]: Kind<RequestOf<Name>> } = {
  text2video,
  image2video,
  "multi-image2video": multiImage2video,
  "omni-video": omniVideo,
  "motion-control": motionControl,
  "video-extend": videoExtend,
  effects,
  "init-selection": initSelection,
  "multi-elements": multiElements,
  "lip-sync": lipSync,
  "identify-face": identifyFace,
  "advanced-lip-sync": advancedLipSync,
  avatar,
  tts,
  "text-to-audio": textToAudio,
  "video-to-audio": videoToAudio,
  "image-generation": imageGeneration,
  "omni-image": omniImage,
  "multi-image2image": multiImage2image,
  expand,
  "virtual-try-on": virtualTryOn,
  "image-recognize": imageRecognize,
  "ai-multi-shot": aiMultiShot,
  "custom-elements": customElements,
  "advanced-custom-elements": advancedCustomElements,
  "custom-voices": customVoices,
};

/** The kind of this request, typed for requests of any kind. */
export function kindOf(kind: TaskKind): Kind {
  // Each entry is a Kind of exactly the requests that carry its name; a union of functions cannot say so.
  return KINDS[kind] as Kind<TaskRequest>;
}
