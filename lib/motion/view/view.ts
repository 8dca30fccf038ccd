import { type ImagePoint, imagePoint, type Size } from "../point.ts";

declare const screenSpace: unique symbol;

/** CSS pixels from the canvas's upper left corner. */
export type ScreenPoint = { readonly x: number; readonly y: number; readonly [screenSpace]: true };

export function screenPoint(x: number, y: number): ScreenPoint {
  return { x, y } as ScreenPoint;
}

/** How the picture lies on the canvas: CSS pixels per image pixel, and where its upper left corner is, in CSS pixels. */
export type View = { readonly scale: number; readonly left: number; readonly top: number };

export function toImage({ scale, left, top }: View, { x, y }: ScreenPoint): ImagePoint {
  return imagePoint((x - left) / scale, (y - top) / scale);
}

export function toScreen({ scale, left, top }: View, { x, y }: ImagePoint): ScreenPoint {
  return screenPoint(left + x * scale, top + y * scale);
}

/** The canvas's size in CSS pixels and the picture's in its own. */
export type Frame = { readonly canvas: Size; readonly picture: Size };

const MARGIN = 0.04;
const LEAST_SCALE = 0.1;
const GREATEST_SCALE = 20;
/** So much of the picture always stays on the canvas, in CSS pixels: nobody pans it out of reach. */
const ALWAYS_SEEN_PX = 48;

/** All of the picture, in the middle, with a margin. */
export function fitted({ canvas, picture }: Frame): View {
  const share = Math.min(canvas.widthPx / picture.widthPx, canvas.heightPx / picture.heightPx);
  return centred({ canvas, picture }, share * (1 - MARGIN));
}

/** One CSS pixel for each pixel of the picture, around the same middle. */
export function actualSize(view: View, frame: Frame): View {
  return zoomAt(view, frame, {
    at: screenPoint(frame.canvas.widthPx / 2, frame.canvas.heightPx / 2),
    factor: 1 / view.scale,
  });
}

/** Bigger or smaller with the place under `at` staying where it is; 0.1 to 20 times, or less where all would not fit. */
export function zoomAt(view: View, frame: Frame, { at, factor }: { at: ScreenPoint; factor: number }): View {
  const least = Math.min(LEAST_SCALE, fitted(frame).scale);
  const scale = Math.min(GREATEST_SCALE, Math.max(least, view.scale * factor));
  const growth = scale / view.scale;
  return reachable(
    { scale, left: at.x - (at.x - view.left) * growth, top: at.y - (at.y - view.top) * growth },
    frame,
  );
}

/** Moved by CSS pixels. */
export function panBy(view: View, frame: Frame, { x, y }: { readonly x: number; readonly y: number }): View {
  return reachable({ scale: view.scale, left: view.left + x, top: view.top + y }, frame);
}

function centred({ canvas, picture }: Frame, scale: number): View {
  return {
    scale,
    left: (canvas.widthPx - picture.widthPx * scale) / 2,
    top: (canvas.heightPx - picture.heightPx * scale) / 2,
  };
}

function reachable({ scale, left, top }: View, { canvas, picture }: Frame): View {
  return {
    scale,
    left: within(left, ALWAYS_SEEN_PX - picture.widthPx * scale, canvas.widthPx - ALWAYS_SEEN_PX),
    top: within(top, ALWAYS_SEEN_PX - picture.heightPx * scale, canvas.heightPx - ALWAYS_SEEN_PX),
  };
}

function within(value: number, least: number, greatest: number): number {
  return Math.max(Math.min(least, greatest), Math.min(Math.max(least, greatest), value));
}
