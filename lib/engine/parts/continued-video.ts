import { createCanvas } from "@napi-rs/canvas";
import { AT_REST, type CameraPose, partWay } from "#lib/motion/camera.ts";
import { wayOf } from "#lib/motion/camera-way.ts";
import { withinReach } from "#lib/motion/measure/way-of-motion.ts";
import { openVideo } from "../read/open-video.ts";
import { paceAtEnd } from "../read/way-of-film.ts";
import { animaticPicture, prepareAnimatic } from "./animatic.ts";
import { drawCovering } from "./draw-covering.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

/** A camera goes on for as many seconds' way as this, ever slower: there is only one picture to look at. */
const COASTS_SECONDS = 2;
const POSES_PER_SECOND = 8;
/** Less than this in a second, in shares of the frame or logarithms, is noise of the measuring. */
const STANDS_STILL = 0.006;
/** What a camera does that stood still: it comes closer. */
const APPROACH: CameraPose = { ...AT_REST, forwardShare: 0.06 };

/** The last picture of a video under a camera that goes on as it went; the first frame is exactly that picture. */
export async function prepareContinuedVideo(part: PartOf<"continued video">, setup: Setup): Promise<Draw> {
  const { widthPx, heightPx, durationSeconds } = setup;
  const video = await openVideo(part.video);
  const picture = createCanvas(widthPx, heightPx);
  const place = { x: 0, y: 0, width: widthPx, height: heightPx };
  drawCovering(picture.getContext("2d"), { picture: await video.pictureAt(video.durationSeconds), place });
  const measured = await paceAtEnd(part.video);
  const pace = isStill(measured) ? APPROACH : measured;
  const coasted = (seconds: number) => COASTS_SECONDS * (1 - Math.exp(-seconds / COASTS_SECONDS));
  const way = wayOf((seconds) => withinReach(partWay(pace, coasted(seconds))), {
    durationSeconds,
    posesPerSecond: POSES_PER_SECOND,
  });
  return prepareAnimatic({ content: "camera way", picture: animaticPicture(picture), way }, setup);
}

function isStill({ rightShare, upShare, focalLog, rollDegrees }: CameraPose): boolean {
  const turned = (rollDegrees * Math.PI) / 180;
  return [rightShare, upShare, focalLog, turned].every((part) => Math.abs(part) < STANDS_STILL);
}
