import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** A triple is the element seen from its left, from near and from its right. */
const VIEWS = [
  { label: "view_1", isMirrored: true, zoom: 1.05 },
  { label: "view_2", isMirrored: false, zoom: 1.6 },
  { label: "view_3", isMirrored: false, zoom: 1.15 },
] as const;
/** Triples differ by how far they are tilted. */
const TILT_DEGREES = 4;

/** Three triples of further views of the picture. */
export function aiMultiShotRecipe({ plan, file }: OrderOf<"ai-multi-shot">): Recipe {
  return stills(plan.images, (index) => {
    const { label, isMirrored, zoom } = VIEWS[index % VIEWS.length] ?? VIEWS[0];
    const degrees = (Math.floor(index / VIEWS.length) - 1) * TILT_DEGREES;
    // A tilted picture must still cover its frame.
    const view = { isMirrored, zoom: zoom * 1.12, degrees };
    return {
      label,
      parts: [{ draw: "picture", image: file("element_frontal_image"), at: WHOLE_FRAME, view }],
    };
  });
}
