import { wayOf } from "#lib/motion/camera-way.ts";
import type { Picture, ShotContent } from "#lib/motion/scene/motion-scene.ts";
import { effectPose } from "../picture/effect-pose.ts";
import { steeredEnd } from "../picture/steered-end.ts";
import { brushStrokes } from "../read/brush-strokes.ts";
import { decodePicture } from "../read/decode-picture.ts";
import { wayOfFilm } from "../read/way-of-film.ts";
import { sceneOf } from "../scene/scene-of.ts";
import { animaticPicture, prepareAnimatic } from "./animatic.ts";
import type { Draw, Guide, PartOf, Setup } from "./part.ts";

/** A picture that is moved as it was ordered: by words, by the camera, by the brush, or towards a last frame. */
export async function prepareFilmedPicture(part: PartOf<"filmed picture">, setup: Setup): Promise<Draw> {
  const picture = animaticPicture(await decodePicture(part.image, setup));
  const draw = prepareAnimatic(await contentOf(picture, part.guide, setup), setup);
  if (part.isLast !== true) return draw;
  // The same move backwards ends where it would have begun.
  return (context, seconds) => draw(context, setup.durationSeconds - seconds);
}

async function contentOf(picture: Picture, guide: Guide, setup: Setup): Promise<ShotContent> {
  switch (guide.by) {
    case "words":
      return { content: "camera", picture, end: steeredEnd(sceneOf(guide, setup).camera) };
    case "camera":
      return { content: "camera", picture, end: guide.end };
    case "film":
      return { content: "camera way", picture, way: await wayOfFilm(guide.video) };
    case "effect": {
      const { durationSeconds } = setup;
      const pose = effectPose(guide.family, durationSeconds);
      return { content: "camera way", picture, way: wayOf(pose, { durationSeconds, posesPerSecond: 24 }) };
    }
    case "last frame":
      return {
        content: "frames",
        first: picture,
        last: animaticPicture(await decodePicture(guide.imageTail, setup)),
      };
    case "brush":
      return { content: "regions", picture, ...(await brushStrokes(guide)) };
  }
}
