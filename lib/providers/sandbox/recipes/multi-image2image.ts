import type { RenderedPart } from "#lib/engine/parts/part.ts";
import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { sideBySide, stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const STYLE_STRIP = { x: 0, y: 0.88, width: 1, height: 0.12 };

/** All subjects in the pictured scene, else in one after the words, above a strip of the style. */
export function multiImage2imageRecipe(order: OrderOf<"multi-image2image">): Recipe {
  const { request, prompt, seed, plan, file, hasFile } = order;
  const places = sideBySide(request.subject_image_list.length, { top: 0.25, height: 0.5 });
  const subjects = places.map((at, index) => ({
    draw: "picture" as const,
    image: file(`subject_image_list[${index}].subject_image`),
    at,
    floats: true,
  }));
  const style: readonly RenderedPart[] = hasFile("style_image")
    ? [{ draw: "picture", image: file("style_image"), at: STYLE_STRIP }]
    : [];
  return stills(plan.images, (index) => {
    const ground: RenderedPart = hasFile("scene_image")
      ? { draw: "picture", image: file("scene_image"), at: WHOLE_FRAME }
      : { draw: "scene", prompt, seed: index === 0 ? seed : `${seed} ${index}` };
    return { label: "image", moment: index / plan.images.length, parts: [ground, ...subjects, ...style] };
  });
}
