import { sound } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const TRIAL_SECONDS = 5;

/** A voice whose trial is the beginning of its sample. */
export function customVoicesRecipe({ facts, file, hasFile, number }: OrderOf<"custom-voices">): Recipe {
  const at = hasFile("voice_url") ? "voice_url" : "video_id";
  const durationSeconds = Math.min(TRIAL_SECONDS, facts.get(at)?.durationSeconds ?? TRIAL_SECONDS);
  const sounds = [{ sound: "file", path: file(at) }] as const;
  return {
    ...sound({ durationSeconds, sounds, labels: ["voice_trial"] }),
    result: { type: "voice", voice_id: number },
  };
}
