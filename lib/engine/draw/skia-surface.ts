import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { CreateSurface, Pen, Surface } from "./pen.ts";

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
    pen: canvas.getContext("2d") as unknown as Pen,
    picture: canvas as unknown as CanvasImageSource,
  };
}
