import type { RenderedPart } from "#lib/engine/parts/part.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const HALVES = [
  { x: 0, y: 0, width: 0.5, height: 1 },
  { x: 0.5, y: 0, width: 0.5, height: 1 },
] as const;

/** The picture, or both with the first on the left, under the effect's name. */
export function effectsRecipe({ request, seed, plan, file, hasFile }: OrderOf<"effects">): Recipe {
  const name = request.effect_scene;
  const pictures: readonly RenderedPart[] = hasFile("input.images[0]")
    ? HALVES.map((at, index) => ({
        draw: "picture",
        image: file(`input.images[${index}]`),
        at,
        view: { isMirrored: false, zoom: 1.06, degrees: 0 },
        floats: true,
      }))
    : [{ draw: "filmed picture", image: file("input.image"), guide: { by: "words", prompt: name, seed } }];
  const title = name.replaceAll("_", " ");
  return clip({ plan: plan.videos[0], parts: [...pictures, { draw: "title", text: title }] });
}
