import type { Pen } from "../pen.ts";
import type { Size } from "../point.ts";
import type { Stage } from "./draw-shot.ts";
import { type Mask, paintMask } from "./soft-mask.ts";

/** A piece cut out of a picture, and where it belongs in the frame. */
export type CutOut = {
  readonly picture: CanvasImageSource;
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** Cuts along a mask, whose grid covers the frame. `picture` is stretched over the frame. */
export function cutOut(
  picture: CanvasImageSource,
  mask: Mask,
  { stage, grid }: { readonly stage: Stage; readonly grid: Size },
): CutOut {
  const { frame, createSurface } = stage;
  const [scaleX, scaleY] = [frame.widthPx / grid.widthPx, frame.heightPx / grid.heightPx];
  const [left, top] = [mask.x * scaleX, mask.y * scaleY];
  const [x, y] = [Math.floor(left), Math.floor(top)];
  const widthPx = Math.ceil(left + mask.widthPx * scaleX) - x;
  const heightPx = Math.ceil(top + mask.heightPx * scaleY) - y;
  const surface = createSurface(widthPx, heightPx);
  const { pen } = surface;
  pen.drawImage(picture, -x, -y, frame.widthPx, frame.heightPx);
  pen.globalCompositeOperation = "destination-in";
  const alpha = paintMask(mask, createSurface);
  pen.drawImage(alpha.picture, left - x, top - y, mask.widthPx * scaleX, mask.heightPx * scaleY);
  return { picture: surface.picture, x, y, widthPx, heightPx };
}

/** Draws it as far from its place as it has gone. */
export function drawCutOut(
  pen: Pen,
  { picture, x, y }: CutOut,
  gone: { readonly x: number; readonly y: number },
): void {
  pen.drawImage(picture, x + gone.x, y + gone.y);
}
