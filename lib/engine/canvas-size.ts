/** Soft shapes lose nothing visible when they are drawn at this size and scaled up by the encoder. */
const CANVAS_PIXELS = 1280 * 720;
const CANVAS_PIXELS_FOR_4K = 1920 * 1080;

type Size = { widthPx: number; heightPx: number };

/** The size to draw at for a clip of this size: never larger than the clip, and of its shape. */
export function canvasSizeFor({ widthPx, heightPx }: Size): Size {
  const pixels = widthPx * heightPx;
  const wanted = pixels > 1920 * 1088 ? CANVAS_PIXELS_FOR_4K : CANVAS_PIXELS * 1.2;
  const scale = Math.min(1, Math.sqrt(wanted / pixels));
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}
