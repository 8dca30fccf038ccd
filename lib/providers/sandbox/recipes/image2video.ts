import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** A camera move through the picture, or a passage to a second one. */
export function image2videoRecipe({ prompt, seed, plan, file, hasFile }: OrderOf<"image2video">): Recipe {
  const [video] = plan.videos;
  const sounds = video?.hasSound === true ? [{ sound: "ambience", prompt, seed } as const] : [];
  const [first, last] = ["image", "image_tail"].filter(hasFile).map(file);
  if (first === undefined) throw new Error("image2video without a picture");
  return clip({
    plan: video,
    parts: [{ draw: "filmed picture", image: first, imageTail: last, prompt, seed }],
    sounds,
  });
}
