import type { Run } from "../document.ts";

/** Brighter than this is meant: masks that come back may have been through a lossy format. */
const MIDDLE = 127;

/** A mask's pixels as the browser or the server decoded them, so many bytes each; the first of them counts. */
export type DecodedMask = { readonly bytes: Uint8Array | Uint8ClampedArray; readonly bytesPerPixel: number };

/** What a mask means, for an operation `runs`: how masks of an old request become regions again. */
export function runsOfMask({ bytes, bytesPerPixel }: DecodedMask): Run[] {
  const runs: Run[] = [];
  const pixels = Math.floor(bytes.length / bytesPerPixel);
  const isMeant = (pixel: number) => (bytes[pixel * bytesPerPixel] ?? 0) > MIDDLE;
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    if (!isMeant(pixel)) continue;
    const start = pixel;
    while (pixel < pixels && isMeant(pixel)) pixel += 1;
    runs.push([start, pixel - start]);
  }
  return runs;
}
