import { createCanvas } from "@napi-rs/canvas";
import type { CreateSurface, Pen } from "../pen.ts";
import type { Picture } from "../scene/motion-scene.ts";

// Skia's context does everything that a pen does; only its types are written apart from the browser's.
export const createSkiaSurface: CreateSurface = (widthPx, heightPx) => {
  const canvas = createCanvas(Math.ceil(widthPx), Math.ceil(heightPx));
  return {
    pen: canvas.getContext("2d") as unknown as Pen,
    picture: canvas as unknown as CanvasImageSource,
  };
};

type Painted = { readonly widthPx: number; readonly heightPx: number };

/** A picture as `paint` leaves it. */
export function paintedPicture({ widthPx, heightPx }: Painted, paint: (pen: Pen) => void): Picture {
  const { pen, picture } = createSkiaSurface(widthPx, heightPx);
  paint(pen);
  return { widthPx, heightPx, source: picture };
}

/** RGBA of a drawn frame. */
export function pixelsOf({ widthPx, heightPx }: Painted, draw: (pen: Pen) => void): Uint8ClampedArray {
  const { pen } = createSkiaSurface(widthPx, heightPx);
  draw(pen);
  return pen.getImageData(0, 0, widthPx, heightPx).data;
}
