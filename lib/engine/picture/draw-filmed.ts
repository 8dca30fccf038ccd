import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import type { PictureView } from "./picture-move.ts";

type Filmed = { picture: Canvas; view: PictureView; opacity: number };

/** Draws a picture as the camera sees it, filling the whole canvas. */
export function drawFilmed(context: SKRSContext2D, { picture, view, opacity }: Filmed): void {
  const { width, height } = context.canvas;
  const [shownWidth, shownHeight] = [width * view.zoom, height * view.zoom];
  context.globalAlpha = opacity;
  context.drawImage(
    picture,
    (width - shownWidth) * view.x,
    (height - shownHeight) * view.y,
    shownWidth,
    shownHeight,
  );
  context.globalAlpha = 1;
}
