import { clip, sideBySide } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** The scene of the words with every subject floating in it. */
export function multiImage2videoRecipe({
  request,
  prompt,
  seed,
  plan,
  file,
}: OrderOf<"multi-image2video">): Recipe {
  const places = sideBySide(request.image_list.length, { top: 0.28, height: 0.5 });
  const subjects = places.map((at, index) => ({
    draw: "picture" as const,
    image: file(`image_list[${index}].image`),
    at,
    floats: true,
  }));
  return clip({ plan: plan.videos[0], parts: [{ draw: "scene", prompt, seed }, ...subjects] });
}
