import type { LabelBuffer } from "../labels.ts";
import type { PixelRect } from "../raster/pixel-rect.ts";

/** Copies a piece of one buffer to the same place of another of the same size. */
export function copyArea(from: LabelBuffer, to: LabelBuffer, { left, top, right, bottom }: PixelRect): void {
  for (let row = top; row < bottom; row += 1) {
    const start = row * from.widthPx + left;
    to.owners.set(from.owners.subarray(start, start + right - left), start);
  }
}
