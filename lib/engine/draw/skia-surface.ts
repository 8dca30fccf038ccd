import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { CreateSurface, Pen, Surface } from "#lib/motion/pen.ts";

/**
 * Skia canvases as surfaces. The casts live here only: Skia's context implements the browser's methods that `Pen` names,
 * but its declared types take Skia's own images and paths, so TypeScript cannot see that they fit.
 */
export const createSkiaSurface: CreateSurface = (widthPx, heightPx) => {
  const canvas = createCanvas(Math.ceil(widthPx), Math.ceil(heightPx));
  return surfaceOf(canvas);
};

export function surfaceOf(canvas: Canvas): Surface {
  return {
    pen: penOf(canvas.getContext("2d")),
    picture: pictureOf(canvas),
  };
}

/** A canvas as something to draw from. */
export function pictureOf(canvas: Canvas): CanvasImageSource {
  return canvas as unknown as CanvasImageSource;
}

/** Skia's context does everything that a pen does; only its types are written apart from the browser's. */
export function penOf(context: SKRSContext2D): Pen {
  return context as unknown as Pen;
}
