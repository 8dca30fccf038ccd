import { stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const REFERENCE = { x: 0.3, y: 0.25, width: 0.4, height: 0.5 };

/** A scene after the words, another for each picture, with the reference in it. */
export function imageGenerationRecipe({
  prompt,
  seed,
  plan,
  file,
  hasFile,
}: OrderOf<"image-generation">): Recipe {
  return stills(plan.images, (index) => ({
    label: "image",
    parts: [
      { draw: "scene", prompt, seed: index === 0 ? seed : `${seed} ${index}` },
      ...(hasFile("image") ? [{ draw: "picture", image: file("image"), at: REFERENCE } as const] : []),
    ],
  }));
}
