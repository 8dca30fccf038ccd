import { createCanvas } from "@napi-rs/canvas";
import { animaticPicture, prepareAnimatic } from "./animatic.ts";
import type { Draw, PartOf, Setup } from "./part.ts";
import { prepareScene } from "./scene.ts";

/** The first moment of a scene, under a camera that goes exactly as ordered. */
export async function prepareFilmedScene(part: PartOf<"filmed scene">, setup: Setup): Promise<Draw> {
  const canvas = createCanvas(setup.widthPx, setup.heightPx);
  await prepareScene({ draw: "scene", prompt: part.prompt, seed: part.seed }, setup)(
    canvas.getContext("2d"),
    0,
  );
  return prepareAnimatic({ content: "camera", picture: animaticPicture(canvas), end: part.end }, setup);
}
