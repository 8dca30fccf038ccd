import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { advancedLipSyncRecipe } from "./advanced-lip-sync.ts";
import { aiMultiShotRecipe } from "./ai-multi-shot.ts";
import { avatarRecipe } from "./avatar.ts";
import { customVoicesRecipe } from "./custom-voices.ts";
import { effectsRecipe } from "./effects.ts";
import { elementRecipe } from "./element.ts";
import { expandRecipe } from "./expand.ts";
import { identifyFaceRecipe } from "./identify-face.ts";
import { imageGenerationRecipe } from "./image-generation.ts";
import { imageRecognizeRecipe } from "./image-recognize.ts";
import { image2videoRecipe } from "./image2video.ts";
import { initSelectionRecipe } from "./init-selection.ts";
import { lipSyncRecipe } from "./lip-sync.ts";
import { motionControlRecipe } from "./motion-control.ts";
import { multiElementsRecipe } from "./multi-elements.ts";
import { multiImage2imageRecipe } from "./multi-image2image.ts";
import { multiImage2videoRecipe } from "./multi-image2video.ts";
import { omniImageRecipe } from "./omni-image.ts";
import { omniVideoRecipe } from "./omni-video.ts";
import type { Order, OrderOf, Recipe } from "./recipe.ts";
import { textToAudioRecipe } from "./text-to-audio.ts";
import { text2videoRecipe } from "./text2video.ts";
import { ttsRecipe } from "./tts.ts";
import { videoExtendRecipe } from "./video-extend.ts";
import { videoToAudioRecipe } from "./video-to-audio.ts";
import { virtualTryOnRecipe } from "./virtual-try-on.ts";

const RECIPES: { readonly [Kind in TaskKind]: (order: OrderOf<Kind>) => Recipe } = {
  text2video: text2videoRecipe,
  image2video: image2videoRecipe,
  "multi-image2video": multiImage2videoRecipe,
  "omni-video": omniVideoRecipe,
  "motion-control": motionControlRecipe,
  "video-extend": videoExtendRecipe,
  effects: effectsRecipe,
  "init-selection": initSelectionRecipe,
  "multi-elements": multiElementsRecipe,
  "lip-sync": lipSyncRecipe,
  "identify-face": identifyFaceRecipe,
  "advanced-lip-sync": advancedLipSyncRecipe,
  avatar: avatarRecipe,
  tts: ttsRecipe,
  "text-to-audio": textToAudioRecipe,
  "video-to-audio": videoToAudioRecipe,
  "image-generation": imageGenerationRecipe,
  "omni-image": omniImageRecipe,
  "multi-image2image": multiImage2imageRecipe,
  expand: expandRecipe,
  "virtual-try-on": virtualTryOnRecipe,
  "image-recognize": imageRecognizeRecipe,
  "ai-multi-shot": aiMultiShotRecipe,
  "custom-elements": elementRecipe,
  "advanced-custom-elements": elementRecipe,
  "custom-voices": customVoicesRecipe,
};

/** What to make of an order of any kind. */
export function recipeFor(order: Order): Recipe {
  // Each recipe takes exactly the orders of its own kind; a union of functions cannot say so.
  const recipe = RECIPES[order.request.kind] as (order: Order) => Recipe;
  return recipe(order);
}
