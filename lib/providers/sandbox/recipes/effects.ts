import type { RenderedPart } from "#lib/engine/parts/part.ts";
import { familyOf } from "./effect-families.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** Two stand side by side, the first on the left, and come together. */
const PAIR = [
  { at: { x: -0.06, y: 0, width: 0.56, height: 1 }, goesRight: 0.06 },
  { at: { x: 0.5, y: 0, width: 0.56, height: 1 }, goesRight: -0.06 },
] as const;

/** The picture moved as effects of its family move, or both pictures of a pair, under the effect's name. */
export function effectsRecipe({ request, seed, plan, file, hasFile }: OrderOf<"effects">): Recipe {
  const { effect_scene } = request;
  const family = familyOf(effect_scene);
  const pictures: readonly RenderedPart[] = hasFile("input.images[0]")
    ? PAIR.map((place, index) => ({
        draw: "picture",
        image: file(`input.images[${index}]`),
        ...place,
        view: { isMirrored: false, zoom: 1.06, degrees: 0 },
        floats: true,
      }))
    : [{ draw: "filmed picture", image: file("input.image"), guide: { by: "effect", family } }];
  const confetti: readonly RenderedPart[] = family === "party" ? [{ draw: "confetti", seed }] : [];
  const title = { draw: "title", text: effect_scene.replaceAll("_", " ") } as const;
  return clip({ plan: plan.videos[0], parts: [...pictures, ...confetti, title] });
}
