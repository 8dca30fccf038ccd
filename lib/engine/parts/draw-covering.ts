import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { type Box, WHOLE_FRAME } from "./part.ts";

type Placed = {
  readonly picture: Canvas;
  /** In pixels of the frame. */
  readonly place: Box;
  /** The piece of the picture that is shown, in shares of it. */
  readonly from?: Box | undefined;
};

/** Draws the middle of a picture, or of a piece of it, so that it covers its place exactly. */
export function drawCovering(context: SKRSContext2D, { picture, place, from = WHOLE_FRAME }: Placed): void {
  const [fullWidth, fullHeight] = [from.width * picture.width, from.height * picture.height];
  const scale = Math.max(place.width / fullWidth, place.height / fullHeight);
  const [width, height] = [place.width / scale, place.height / scale];
  const left = from.x * picture.width + (fullWidth - width) / 2;
  const top = from.y * picture.height + (fullHeight - height) / 2;
  context.drawImage(picture, left, top, width, height, place.x, place.y, place.width, place.height);
}
