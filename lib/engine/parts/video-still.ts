import { createCanvas } from "@napi-rs/canvas";
import { openVideo } from "../read/open-video.ts";
import { drawCovering } from "./draw-covering.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

/** One picture of a video, for as long as it is looked at. */
export async function prepareVideoStill(part: PartOf<"video still">, setup: Setup): Promise<Draw> {
  const video = await openVideo(part.video);
  const shown = await video.pictureAt(part.at === "last" ? video.durationSeconds : part.at);
  const picture = createCanvas(setup.widthPx, setup.heightPx);
  const place = { x: 0, y: 0, width: setup.widthPx, height: setup.heightPx };
  drawCovering(picture.getContext("2d"), { picture: shown, place, from: part.from });
  return (context) => context.drawImage(picture, 0, 0);
}
