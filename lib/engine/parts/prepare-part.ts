import { prepareConfetti } from "./confetti.ts";
import { prepareContinuedVideo } from "./continued-video.ts";
import { prepareFilmedPicture } from "./filmed-picture.ts";
import { prepareFilmedScene } from "./filmed-scene.ts";
import { prepareMouth } from "./mouth.ts";
import type { Draw, RenderedPart, Setup } from "./part.ts";
import { preparePicture } from "./picture.ts";
import { prepareScene } from "./scene.ts";
import { prepareShots } from "./shots.ts";
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
    case "filmed scene":
      return prepareFilmedScene(part, setup);
    case "shots":
      return prepareShots(part, setup, preparePart);
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
    case "continued video":
      return prepareContinuedVideo(part, setup);
    case "confetti":
      return prepareConfetti(part, setup);
    case "title":
      return prepareTitle(part, setup);
    case "mouth":
      return prepareMouth(part, setup);
    case "veil":
      return prepareVeil(part, setup);
  }
}
