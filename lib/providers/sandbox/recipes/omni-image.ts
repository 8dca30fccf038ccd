import { sideBySide, stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** Pictures of different scenes, or a series: one scene at moments that follow each other; references stand in each. */
export function omniImageRecipe({ request, prompt, seed, plan, file }: OrderOf<"omni-image">): Recipe {
  const isSeries = request.result_type === "series";
  const images = request.image_list ?? [];
  const places = sideBySide(Math.max(1, images.length), { top: 0.4, height: 0.4 });
  const references = images.flatMap((_, index) => {
    const at = places[index];
    return at === undefined
      ? []
      : [{ draw: "picture" as const, image: file(`image_list[${index}].image`), at, floats: isSeries }];
  });
  return stills(plan.images, (index) => ({
    label: isSeries ? "series_image" : "image",
    moment: isSeries ? index / plan.images.length : 0,
    parts: [
      { draw: "scene", prompt, seed: isSeries || index === 0 ? seed : `${seed} ${index}` },
      ...references,
    ],
  }));
}
