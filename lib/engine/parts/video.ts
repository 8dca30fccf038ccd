import { openVideo } from "../read/open-video.ts";
import { drawCovering } from "./draw-covering.ts";
import { type Draw, type PartOf, pixelsOf, type Setup } from "./part.ts";

/** A video that plays in its place; it stays at its last picture when it is shorter than the clip. */
export async function prepareVideo(part: PartOf<"video">, setup: Setup): Promise<Draw> {
  const video = await openVideo(part.video);
  const place = pixelsOf(part.at, setup);
  return async (context, seconds) => {
    const picture = await video.pictureAt(seconds);
    drawCovering(context, { picture, place, from: part.from });
  };
}
