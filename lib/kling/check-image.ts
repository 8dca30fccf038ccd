import type { Localized } from "#lib/shared/localized.ts";
import { IMAGE_LIMITS } from "./limits.ts";
import type { ImageSize } from "./output.ts";

export type ImageFacts = ImageSize & { readonly bytes: number; readonly mime: string };

export type ImageProblem = {
  readonly code: "image_type" | "image_bytes" | "image_side" | "image_ratio";
  readonly message: Localized;
  /**
   * What makes the picture fit: cut it to `target`, enlarge it to `target`, or write it anew as JPEG. The file is first
   * cropped, then scaled, then transcoded; `target` is the size after this step.
   */
  readonly fix: { readonly kind: "crop" | "scale" | "transcode"; readonly target: ImageSize };
};

/** Why upstream would refuse this picture, in the order in which the fixes are applied; empty when it is fine. */
export function checkImage(image: ImageFacts): ImageProblem[] {
  const problems: ImageProblem[] = [];
  const cropped = cropToRatio(image);
  if (cropped !== image)
    problems.push({ code: "image_ratio", message: MESSAGES.ratio, fix: { kind: "crop", target: cropped } });
  const scaled = scaleToMinimum(cropped);
  if (scaled !== cropped)
    problems.push({ code: "image_side", message: MESSAGES.side, fix: { kind: "scale", target: scaled } });
  const mimeTypes: readonly string[] = IMAGE_LIMITS.mimeTypes;
  if (!mimeTypes.includes(image.mime.toLowerCase())) {
    problems.push({
      code: "image_type",
      message: MESSAGES.type,
      fix: { kind: "transcode", target: fitForJpeg(scaled) },
    });
  }
  if (image.bytes > IMAGE_LIMITS.maxBytes) {
    problems.push({
      code: "image_bytes",
      message: MESSAGES.bytes,
      fix: { kind: "transcode", target: fitForJpeg(scaled) },
    });
  }
  return problems;
}

/** The largest centred cut inside the allowed ratio; the same object when the picture is within it already. */
function cropToRatio(image: ImageSize): ImageSize {
  const { widthPx, heightPx } = image;
  const longest = Math.floor(Math.min(widthPx, heightPx) * IMAGE_LIMITS.maxRatio);
  if (Math.max(widthPx, heightPx) <= Math.min(widthPx, heightPx) * IMAGE_LIMITS.maxRatio) return image;
  return widthPx > heightPx ? { widthPx: longest, heightPx } : { widthPx, heightPx: longest };
}

/**
 * Grown until the shorter side is 300 px; the same object when it is long enough. Lengths are rounded so that the ratio
 * stays within its limit: the longer side down, the shorter is exact.
 */
function scaleToMinimum(image: ImageSize): ImageSize {
  const { widthPx, heightPx } = image;
  const shortSide = Math.min(widthPx, heightPx);
  if (shortSide >= IMAGE_LIMITS.minSidePx) return image;
  const grow = (sidePx: number) =>
    Math.max(IMAGE_LIMITS.minSidePx, Math.floor((sidePx * IMAGE_LIMITS.minSidePx) / shortSide));
  return { widthPx: grow(widthPx), heightPx: grow(heightPx) };
}

/**
 * Longest side of a rewritten picture: no model makes more than 4K, and a JPEG of this size stays well below 10 MB
 * (at quality 0.92 about 1 byte for three pixels).
 */
const MAX_REWRITTEN_SIDE_PX = 3840;

function fitForJpeg({ widthPx, heightPx }: ImageSize): ImageSize {
  const scale = Math.min(1, MAX_REWRITTEN_SIDE_PX / Math.max(widthPx, heightPx));
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}

const MESSAGES = {
  type: { zh: "仅支持 JPG 和 PNG 图片", en: "Only JPG and PNG pictures are accepted" },
  bytes: { zh: "图片不能超过 10 MB", en: "The picture must not exceed 10 MB" },
  side: { zh: "图片宽高都不能小于 300 像素", en: "Each side must be at least 300 pixels" },
  ratio: { zh: "图片宽高比须在 1:2.5 与 2.5:1 之间", en: "The ratio must be between 1:2.5 and 2.5:1" },
} as const satisfies Record<string, Localized>;
