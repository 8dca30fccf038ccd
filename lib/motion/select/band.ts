import type { Size } from "../point.ts";

/** How far from a border of patches the true border may lie. */
const REACH_PX = 4;

/** @returns 1 for each pixel of the reduced picture near the border of the mask, where single pixels are to be asked */
export function bandAround(mask: Uint8Array, { widthPx, heightPx }: Size): Uint8Array {
  const band = new Uint8Array(mask.length);
  const mark = (x: number, y: number) => {
    const left = Math.max(0, x - REACH_PX);
    const right = Math.min(widthPx, x + REACH_PX + 1);
    const bottom = Math.min(heightPx - 1, y + REACH_PX);
    for (let row = Math.max(0, y - REACH_PX); row <= bottom; row += 1) {
      band.fill(1, row * widthPx + left, row * widthPx + right);
    }
  };
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const pixel = y * widthPx + x;
      const isBorder =
        (x + 1 < widthPx && mask[pixel] !== mask[pixel + 1]) ||
        (y + 1 < heightPx && mask[pixel] !== mask[pixel + widthPx]);
      if (isBorder) mark(x, y);
    }
  }
  return band;
}
