import { checkImage } from "#lib/kling/check-image.ts";
import { IMAGE_LIMITS } from "#lib/kling/limits.ts";
import type { ImageSize } from "#lib/kling/output.ts";

/** Part of a picture, in whole pixels of the picture. */
export type Crop = { readonly x: number; readonly y: number } & ImageSize;

export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";

/** A way on the picture, in its pixels. */
export type Offset = { readonly dx: number; readonly dy: number };

/** Smallest side a crop can be drawn at; it is enlarged to upstream's minimum afterwards. */
const MIN_CROP_SIDE_PX = 32;

/** The largest centred part of the picture that is no longer than upstream takes, or that has the wanted ratio. */
export function centredCrop(picture: ImageSize, ratio = allowedRatio(picture)): Crop {
  const isTooWide = picture.widthPx / picture.heightPx > ratio;
  const widthPx = isTooWide ? Math.floor(picture.heightPx * ratio) : picture.widthPx;
  const heightPx = isTooWide ? picture.heightPx : Math.floor(picture.widthPx / ratio);
  return {
    x: Math.floor((picture.widthPx - widthPx) / 2),
    y: Math.floor((picture.heightPx - heightPx) / 2),
    widthPx,
    heightPx,
  };
}

/** The crop, moved as far as the picture's edges let it. */
export function moveCrop(crop: Crop, { dx, dy }: Offset, picture: ImageSize): Crop {
  return {
    ...crop,
    x: clamp(Math.round(crop.x + dx), 0, picture.widthPx - crop.widthPx),
    y: clamp(Math.round(crop.y + dy), 0, picture.heightPx - crop.heightPx),
  };
}

/** The crop with one corner dragged; the opposite corner stays, and the ratio stays one that upstream takes. */
export function dragCorner(
  crop: Crop,
  { corner, by, picture }: { corner: Corner; by: Offset; picture: ImageSize },
): Crop {
  const isLeft = corner.endsWith("left");
  const isTop = corner.startsWith("top");
  const right = crop.x + crop.widthPx;
  const bottom = crop.y + crop.heightPx;
  const room = {
    widthPx: isLeft ? right : picture.widthPx - crop.x,
    heightPx: isTop ? bottom : picture.heightPx - crop.y,
  };
  const size = limitRatio({
    widthPx: clamp(Math.round(crop.widthPx + (isLeft ? -by.dx : by.dx)), MIN_CROP_SIDE_PX, room.widthPx),
    heightPx: clamp(Math.round(crop.heightPx + (isTop ? -by.dy : by.dy)), MIN_CROP_SIDE_PX, room.heightPx),
  });
  return { x: isLeft ? right - size.widthPx : crop.x, y: isTop ? bottom - size.heightPx : crop.y, ...size };
}

/** Measures of the file that is written for this crop: enlarged to the minimum, reduced to what no model exceeds. */
export function sizeToWrite(crop: ImageSize): ImageSize {
  // Asked as for a file of any weight: the last fix in the list is the one that rewrites it, at its final size.
  const { widthPx, heightPx } = crop;
  const problems = checkImage({ widthPx, heightPx, bytes: Number.POSITIVE_INFINITY, mime: "image/jpeg" });
  return problems.at(-1)?.fix.target ?? { widthPx, heightPx };
}

function allowedRatio({ widthPx, heightPx }: ImageSize): number {
  return clamp(widthPx / heightPx, 1 / IMAGE_LIMITS.maxRatio, IMAGE_LIMITS.maxRatio);
}

function limitRatio({ widthPx, heightPx }: ImageSize): ImageSize {
  return {
    widthPx: Math.min(widthPx, Math.floor(heightPx * IMAGE_LIMITS.maxRatio)),
    heightPx: Math.min(heightPx, Math.floor(widthPx * IMAGE_LIMITS.maxRatio)),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
