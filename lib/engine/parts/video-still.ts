import { createCanvas } from "@napi-rs/canvas";
import { openVideo } from "../read/open-video.ts";
import { drawCovering } from "./draw-covering.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

const CLOSEST_ZOOM = 1.18;

/** One picture of a video; where the camera comes closer it begins with exactly that picture. */
export async function prepareVideoStill(part: PartOf<"video still">, setup: Setup): Promise<Draw> {
  const video = await openVideo(part.video);
  const shown = await video.pictureAt(part.at === "last" ? video.durationSeconds : part.at);
  const picture = createCanvas(setup.widthPx, setup.heightPx);
  const place = { x: 0, y: 0, width: setup.widthPx, height: setup.heightPx };
  drawCovering(picture.getContext("2d"), { picture: shown, place, from: part.from });
  const growth = part.comesCloser ? CLOSEST_ZOOM - 1 : 0;
  return (context, seconds) => {
    const zoom = 1 + growth * Math.min(1, seconds / setup.durationSeconds);
    const [width, height] = [setup.widthPx * zoom, setup.heightPx * zoom];
    context.drawImage(picture, (setup.widthPx - width) / 2, (setup.heightPx - height) / 2, width, height);
  };
}
