import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** Where clothes are on a person who stands in the middle. */
const BODY = { x: 0.28, y: 0.36, width: 0.44, height: 0.36 };

/** The person, dressed in the picture of the clothes. */
export function virtualTryOnRecipe({ plan, file, hasFile }: OrderOf<"virtual-try-on">): Recipe {
  return stills(plan.images, () => ({
    label: "image",
    parts: [
      { draw: "picture", image: file("human_image"), at: WHOLE_FRAME },
      ...(hasFile("cloth_image") ? [{ draw: "picture", image: file("cloth_image"), at: BODY } as const] : []),
    ],
  }));
}
