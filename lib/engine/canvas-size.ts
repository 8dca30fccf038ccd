/**
 * Painting is the slowest step and is done on one core. Soft shapes lose nothing visible when they are painted at this
 * size and scaled up by the encoder's own thread, so 5 s of 720p stay within 6 s on two cores.
 */
const CANVAS_PIXELS = 1120 * 630;
const CANVAS_PIXELS_FOR_1080P = 1280 * 720;
const CANVAS_PIXELS_FOR_4K = 1600 * 900;

type Size = { widthPx: number; heightPx: number };

/** The size to draw at for a clip of this size: never larger than the clip, and of its shape. */
export function canvasSizeFor({ widthPx, heightPx }: Size): Size {
  const pixels = widthPx * heightPx;
  const scale = Math.min(1, Math.sqrt(canvasPixelsFor(pixels) / pixels));
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}

function canvasPixelsFor(clipPixels: number): number {
  if (clipPixels <= 1280 * 720) return CANVAS_PIXELS;
  return clipPixels <= 1920 * 1088 ? CANVAS_PIXELS_FOR_1080P : CANVAS_PIXELS_FOR_4K;
}
