import type { Size } from "../point.ts";
import type { LabPlanes } from "./prepared.ts";

/** Each pixel becomes the mean of the nine around it: less grain, edges of two pixels. */
export function smoothPlanes({ l, a, b }: LabPlanes, size: Size): LabPlanes {
  return { l: smooth(l, size), a: smooth(a, size), b: smooth(b, size) };
}

function smooth(plane: Float32Array, { widthPx, heightPx }: Size): Float32Array {
  const across = new Float32Array(plane.length);
  for (let y = 0; y < heightPx; y += 1) {
    const row = y * widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      const left = plane[row + Math.max(0, x - 1)] ?? 0;
      const right = plane[row + Math.min(widthPx - 1, x + 1)] ?? 0;
      across[row + x] = (left + (plane[row + x] ?? 0) + right) / 3;
    }
  }
  const smoothed = new Float32Array(plane.length);
  for (let y = 0; y < heightPx; y += 1) {
    const above = Math.max(0, y - 1) * widthPx;
    const below = Math.min(heightPx - 1, y + 1) * widthPx;
    const row = y * widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      smoothed[row + x] = ((across[above + x] ?? 0) + (across[row + x] ?? 0) + (across[below + x] ?? 0)) / 3;
    }
  }
  return smoothed;
}
