import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** Where a portrait's mouth usually is. */
export const PORTRAIT_MOUTH = { x: 0.44, y: 0.56, width: 0.12, height: 0.08 };

/** The picture with a mouth that follows the given sound. */
export function avatarRecipe({ prompt, seed, plan, file, hasFile }: OrderOf<"avatar">): Recipe {
  const path = file(hasFile("sound_file") ? "sound_file" : "audio_id");
  return clip({
    plan: plan.videos[0],
    parts: [
      { draw: "filmed picture", image: file("image"), guide: { by: "words", prompt, seed } },
      { draw: "mouth", at: PORTRAIT_MOUTH },
    ],
    sounds: [{ sound: "file", path }],
  });
}
