import { drawFilmed } from "../picture/draw-filmed.ts";
import { LARGEST_ZOOM, pictureMove, pictureView } from "../picture/picture-move.ts";
import { decodePicture } from "../read/decode-picture.ts";
import { easeInOut } from "../scene/easing.ts";
import { sceneOf } from "../scene/scene-of.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

/** The passage takes the middle of the clip; both pictures move alike meanwhile, so that one seems to become the other. */
const PASSAGE = { from: 0.22, to: 0.8 } as const;

/** A slow camera move over a picture, or a passage from it to a second one. */
export async function prepareFilmedPicture(part: PartOf<"filmed picture">, setup: Setup): Promise<Draw> {
  const decodeSize = {
    widthPx: Math.ceil(setup.widthPx * LARGEST_ZOOM),
    heightPx: Math.ceil(setup.heightPx * LARGEST_ZOOM),
  };
  const first = await decodePicture(part.image, decodeSize);
  const last = part.imageTail === undefined ? null : await decodePicture(part.imageTail, decodeSize);
  const move = pictureMove(sceneOf(part, setup).camera, last !== null);
  return (context, seconds) => {
    const fraction = Math.min(1, seconds / setup.durationSeconds);
    const view = pictureView(move, fraction);
    const passed = last === null ? 0 : easeInOut((fraction - PASSAGE.from) / (PASSAGE.to - PASSAGE.from));
    if (passed < 1) drawFilmed(context, { picture: first, view, opacity: 1 });
    if (last !== null && passed > 0) drawFilmed(context, { picture: last, view, opacity: passed });
  };
}
