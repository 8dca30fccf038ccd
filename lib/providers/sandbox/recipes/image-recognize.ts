import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** Where the sandbox says that things are in a portrait, in shares of the picture. */
const FOUND = [
  { label: "object_seg", cutOut: { x: 0.15, y: 0.05, width: 0.7, height: 0.95 } },
  { label: "head_seg", cutOut: { x: 0.32, y: 0.05, width: 0.36, height: 0.38 } },
  { label: "face_seg", cutOut: { x: 0.38, y: 0.12, width: 0.24, height: 0.26 } },
  { label: "cloth_seg", cutOut: { x: 0.22, y: 0.42, width: 0.56, height: 0.5 } },
] as const;

/** A cut-out of each thing that a picture may contain; the sandbox finds all of them in every picture. */
export function imageRecognizeRecipe({ plan, file }: OrderOf<"image-recognize">): Recipe {
  const size = plan.images[0];
  if (size === undefined) throw new Error("no cut-outs were planned");
  const drawn = stills(
    FOUND.map(() => size),
    (index) => {
      const { label, cutOut } = FOUND[index] ?? FOUND[0];
      return { label, parts: [{ draw: "picture", image: file("image"), at: WHOLE_FRAME, cutOut }] };
    },
    "cut out",
  );
  const contains = Object.fromEntries(FOUND.map(({ label }) => [label, true]));
  return { ...drawn, result: { type: "recognition", contains } };
}
