import type { CameraMove } from "../scene/camera.ts";
import { easeCamera } from "../scene/easing.ts";

/** What the camera shows: `zoom` from 1 (the whole picture), `x` and `y` from 0 (left, top edge) to 1. */
export type PictureView = { zoom: number; x: number; y: number };

/** From where to where the camera goes; `swell` is how much closer it comes on the way. */
export type PictureMove = { from: PictureView; to: PictureView; swell: number };

/** Pictures are decoded this much larger than the canvas, so that the closest view is still sharp. */
export const LARGEST_ZOOM = 1.16;

const CENTER = { x: 0.5, y: 0.5 } as const;

/**
 * The move over a picture. Between two pictures the camera only breathes: it begins and ends with the whole of them, as
 * the user gave them, because first and last frame are promises.
 */
export function pictureMove(camera: CameraMove, hasTail: boolean): PictureMove {
  if (hasTail) return { from: { zoom: 1, ...CENTER }, to: { zoom: 1, ...CENTER }, swell: 0.07 };
  return { ...moveOver(camera), swell: 0 };
}

function moveOver(camera: CameraMove): Omit<PictureMove, "swell"> {
  const wide = 1.1;
  switch (camera) {
    case "push in":
      return { from: { zoom: 1, ...CENTER }, to: { zoom: LARGEST_ZOOM, x: 0.5, y: 0.46 } };
    case "pull out":
      return { from: { zoom: LARGEST_ZOOM, x: 0.5, y: 0.46 }, to: { zoom: 1, ...CENTER } };
    case "pan left":
      return { from: { zoom: wide, x: 0.95, y: 0.5 }, to: { zoom: wide, x: 0.05, y: 0.5 } };
    case "pan right":
      return { from: { zoom: wide, x: 0.05, y: 0.5 }, to: { zoom: wide, x: 0.95, y: 0.5 } };
    case "rise":
      return { from: { zoom: wide, x: 0.5, y: 0.95 }, to: { zoom: wide, x: 0.5, y: 0.05 } };
    case "sink":
      return { from: { zoom: wide, x: 0.5, y: 0.05 }, to: { zoom: wide, x: 0.5, y: 0.95 } };
    case "drift":
      return { from: { zoom: 1.03, x: 0.3, y: 0.6 }, to: { zoom: 1.12, x: 0.7, y: 0.4 } };
  }
}

/** What the camera shows at a moment, 0 at the start of the clip and 1 at its end. */
export function pictureView({ from, to, swell }: PictureMove, fraction: number): PictureView {
  const way = easeCamera(fraction);
  const between = (start: number, end: number) => start + (end - start) * way;
  const closer = swell * Math.sin(Math.PI * way) ** 2;
  return { zoom: between(from.zoom, to.zoom) + closer, x: between(from.x, to.x), y: between(from.y, to.y) };
}
