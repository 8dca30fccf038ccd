import type { Run } from "#lib/motion/document.ts";
import type { Size } from "#lib/motion/point.ts";
import type { View } from "#lib/motion/view/view.ts";

export type OutlineFrame = { readonly layer: Size; readonly pictureWidthPx: number; readonly view: View };

/** The pixels of a layer along the border of what auto-select found, each as `y * width + x`. */
export function outlinePixels(runs: readonly Run[], frame: OutlineFrame): number[] {
  const { widthPx, heightPx } = frame.layer;
  const mask = maskOf(runs, frame);
  const border: number[] = [];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const index = y * widthPx + x;
      if (mask[index] !== 1) continue;
      const isInner =
        x > 0 &&
        x < widthPx - 1 &&
        mask[index - 1] === 1 &&
        mask[index + 1] === 1 &&
        mask[index - widthPx] === 1 &&
        mask[index + widthPx] === 1;
      if (!isInner) border.push(index);
    }
  }
  return border;
}

function maskOf(runs: readonly Run[], { layer, pictureWidthPx, view }: OutlineFrame): Uint8Array {
  const mask = new Uint8Array(layer.widthPx * layer.heightPx);
  const column = (imageX: number) =>
    Math.min(layer.widthPx, Math.max(0, Math.ceil(view.left + imageX * view.scale - 0.5)));
  for (let y = 0; y < layer.heightPx; y += 1) {
    const imageY = Math.floor((y + 0.5 - view.top) / view.scale);
    if (imageY < 0) continue;
    const rowStart = imageY * pictureWidthPx;
    const rowEnd = rowStart + pictureWidthPx;
    for (let index = firstRunAfter(runs, rowStart); index < runs.length; index += 1) {
      const [start, length] = runs[index] ?? [rowEnd, 0];
      if (start >= rowEnd) break;
      const from = column(Math.max(start, rowStart) - rowStart);
      const to = column(Math.min(start + length, rowEnd) - rowStart);
      mask.fill(1, y * layer.widthPx + from, y * layer.widthPx + Math.max(from, to));
    }
  }
  return mask;
}

/** The first run that ends behind this pixel; runs rise. */
function firstRunAfter(runs: readonly Run[], pixel: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [start, length] = runs[middle] ?? [0, 0];
    if (start + length > pixel) high = middle;
    else low = middle + 1;
  }
  return low;
}
