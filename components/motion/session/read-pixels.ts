import type { Size } from "#lib/motion/point.ts";

/** Rows read in one go: a 4K picture at once would stop everything for a tenth of a second. */
const ROWS = 128;

/**
 * A picture's pixels, read piece by piece between frames.
 * @throws when the browser has no canvas of this size to give, or the signal is aborted
 */
export async function readPixels(
  picture: HTMLImageElement,
  { widthPx, heightPx }: Size,
  signal: AbortSignal,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 4);
  const strip = document.createElement("canvas");
  strip.width = widthPx;
  strip.height = ROWS;
  const pen = strip.getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("no canvas to read a picture with");
  for (let top = 0; top < heightPx; top += ROWS) {
    const rows = Math.min(ROWS, heightPx - top);
    pen.clearRect(0, 0, widthPx, ROWS);
    pen.drawImage(picture, 0, top, widthPx, rows, 0, 0, widthPx, rows);
    pixels.set(pen.getImageData(0, 0, widthPx, rows).data, top * widthPx * 4);
    await nextTurn();
    signal.throwIfAborted();
  }
  return pixels;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
