import { sound } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** A murmur in the text's rhythm. */
export function ttsRecipe({ request, prompt, plan }: OrderOf<"tts">): Recipe {
  const durationSeconds = plan.audios[0]?.durationSeconds ?? 1;
  const speech = {
    sound: "speech",
    text: prompt,
    voice: request.voice_id,
    seconds: durationSeconds,
  } as const;
  return sound({ durationSeconds, sounds: [speech], labels: ["audio_mp3"] });
}
