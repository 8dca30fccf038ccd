import { stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** The picture at its place in the larger one; around it, it goes on as in mirrors. */
export function expandRecipe({ request, plan, file }: OrderOf<"expand">): Recipe {
  const across = 1 + request.left_expansion_ratio + request.right_expansion_ratio;
  const down = 1 + request.up_expansion_ratio + request.down_expansion_ratio;
  const at = {
    x: request.left_expansion_ratio / across,
    y: request.up_expansion_ratio / down,
    width: 1 / across,
    height: 1 / down,
  };
  return stills(plan.images, () => ({
    label: "image",
    parts: [{ draw: "surroundings", image: file("image"), at }],
  }));
}
