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
export function centredCrop(picture: ImageSize, ratio = allowedRatio(picture, IMAGE_LIMITS.maxRatio)): Crop {
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

type CornerDrag = {
  readonly corner: Corner;
  readonly by: Offset;
  readonly picture: ImageSize;
  /** Longer side over shorter side. */
  readonly maxRatio?: number;
};

/** The crop with one corner dragged; the opposite corner stays, and the ratio stays one that upstream takes. */
export function dragCorner(
  crop: Crop,
  { corner, by, picture, maxRatio = IMAGE_LIMITS.maxRatio }: CornerDrag,
): Crop {
  const isLeft = corner.endsWith("left");
  const isTop = corner.startsWith("top");
  const right = crop.x + crop.widthPx;
  const bottom = crop.y + crop.heightPx;
  const room = {
    widthPx: isLeft ? right : picture.widthPx - crop.x,
    heightPx: isTop ? bottom : picture.heightPx - crop.y,
  };
  const wanted = {
    widthPx: clamp(Math.round(crop.widthPx + (isLeft ? -by.dx : by.dx)), MIN_CROP_SIDE_PX, room.widthPx),
    heightPx: clamp(Math.round(crop.heightPx + (isTop ? -by.dy : by.dy)), MIN_CROP_SIDE_PX, room.heightPx),
  };
  const size = limitRatio(wanted, maxRatio);
  return { x: isLeft ? right - size.widthPx : crop.x, y: isTop ? bottom - size.heightPx : crop.y, ...size };
}

/** The picture's own ratio, or the nearest that is allowed. */
export function allowedRatio({ widthPx, heightPx }: ImageSize, maxRatio: number): number {
  return clamp(widthPx / heightPx, 1 / maxRatio, maxRatio);
}

function limitRatio({ widthPx, heightPx }: ImageSize, maxRatio: number): ImageSize {
  return {
    widthPx: Math.min(widthPx, Math.floor(heightPx * maxRatio)),
    heightPx: Math.min(heightPx, Math.floor(widthPx * maxRatio)),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
