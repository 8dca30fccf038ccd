import { prepareFilmedPicture } from "./filmed-picture.ts";
import { prepareMouth } from "./mouth.ts";
import type { Draw, RenderedPart, Setup } from "./part.ts";
import { preparePicture } from "./picture.ts";
import { prepareScene } from "./scene.ts";
import { prepareSurroundings } from "./surroundings.ts";
import { prepareTitle } from "./title.ts";
import { prepareVeil } from "./veil.ts";
import { prepareVideo } from "./video.ts";
import { prepareVideoStill } from "./video-still.ts";

/** Decodes and paints what a part needs, once. */
export async function preparePart(part: RenderedPart, setup: Setup): Promise<Draw> {
  switch (part.draw) {
    case "scene":
      return prepareScene(part, setup);
    case "filmed picture":
      return prepareFilmedPicture(part, setup);
    case "picture":
      return preparePicture(part, setup);
    case "surroundings":
      return prepareSurroundings(part, setup);
    case "video":
      return prepareVideo(part, setup);
    case "video still":
      return prepareVideoStill(part, setup);
    case "title":
      return prepareTitle(part, setup);
    case "mouth":
      return prepareMouth(part, setup);
    case "veil":
      return prepareVeil(part, setup);
  }
}
