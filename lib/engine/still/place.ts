import type { Box } from "../production.ts";

export type Size = { readonly width: number; readonly height: number };

/** Somewhere in a picture, in pixels. */
export type Place = Size & { readonly x: number; readonly y: number };

/** A box of a picture in whole pixels, so that two boxes that touch leave no gap. At least one pixel. */
export function placeOf({ x, y, width, height }: Box, frame: Size): Place {
  const [left, top] = [Math.round(x * frame.width), Math.round(y * frame.height)];
  const [right, bottom] = [Math.round((x + width) * frame.width), Math.round((y + height) * frame.height)];
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** The middle of a picture that has the shape of the frame, in pixels of the picture: drawn over the frame it covers it. */
export function coveringPart(picture: Size, frame: Size): Place {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height);
  const [width, height] = [frame.width / scale, frame.height / scale];
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}

/** Shapes that differ by less are the same, rounded to pixels: the place is filled then. */
const SAME_SHAPE = 0.02;

/** Where a whole picture stands in a place: as large as it can be, in the middle, unbent. */
export function wholeWithin(picture: Size, place: Place): Place {
  const [scaleX, scaleY] = [place.width / picture.width, place.height / picture.height];
  if (Math.abs(scaleX / scaleY - 1) < SAME_SHAPE) return place;
  const scale = Math.min(scaleX, scaleY);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return {
    x: place.x + (place.width - width) / 2,
    y: place.y + (place.height - height) / 2,
    width,
    height,
  };
}
