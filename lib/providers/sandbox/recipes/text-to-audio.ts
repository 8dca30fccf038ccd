import { sound } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** The sound of the scene that the words name. */
export function textToAudioRecipe({ request, prompt, seed }: OrderOf<"text-to-audio">): Recipe {
  const sounds = [{ sound: "ambience", prompt, seed }] as const;
  return sound({ durationSeconds: request.duration, sounds, labels: ["audio_mp3", "audio_wav"] });
}
