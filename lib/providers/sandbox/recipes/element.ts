import type { Order, Recipe } from "./recipe.ts";

/** An element is a name for files that the client keeps: only its number comes out, in both libraries. */
export function elementRecipe({ number }: Pick<Order, "number">): Recipe {
  return { pieces: [], files: [], result: { type: "element", element_id: number } };
}
