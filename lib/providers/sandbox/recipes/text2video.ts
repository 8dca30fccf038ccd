import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** A scene after the words. */
export function text2videoRecipe({ prompt, seed, plan }: OrderOf<"text2video">): Recipe {
  const [video] = plan.videos;
  const sounds = video?.hasSound === true ? [{ sound: "ambience", prompt, seed } as const] : [];
  return clip({ plan: video, parts: [{ draw: "scene", prompt, seed }], sounds });
}
