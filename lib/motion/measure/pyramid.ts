import type { Size } from "../point.ts";
import type { GreyFrame } from "./grey-frame.ts";

export type Level = Size & { readonly plane: Float32Array };

/** A picture at its own size, then at half of it, and so on: what is a long way at the first is a short one at the last. */
export type Pyramid = readonly Level[];

const MAX_LEVELS = 5;
const LEAST_SIDE_PX = 16;

export function pyramidOf({ grey, widthPx, heightPx }: GreyFrame): Pyramid {
  let level: Level = { widthPx, heightPx, plane: Float32Array.from(grey) };
  const levels = [level];
  while (levels.length < MAX_LEVELS && Math.min(level.widthPx, level.heightPx) >= 2 * LEAST_SIDE_PX) {
    level = halved(level);
    levels.push(level);
  }
  return levels;
}

function halved({ widthPx, heightPx, plane }: Level): Level {
  const half: Size = { widthPx: widthPx >> 1, heightPx: heightPx >> 1 };
  const smaller = new Float32Array(half.widthPx * half.heightPx);
  for (let y = 0; y < half.heightPx; y += 1) {
    for (let x = 0; x < half.widthPx; x += 1) {
      const at = 2 * y * widthPx + 2 * x;
      const below = at + widthPx;
      const sum = (plane[at] ?? 0) + (plane[at + 1] ?? 0) + (plane[below] ?? 0) + (plane[below + 1] ?? 0);
      smaller[y * half.widthPx + x] = sum / 4;
    }
  }
  return { ...half, plane: smaller };
}

/** The brightness between pixels; NaN outside the picture. */
export function brightnessAt({ plane, widthPx, heightPx }: Level, x: number, y: number): number {
  if (!(x >= 0 && y >= 0 && x <= widthPx - 1 && y <= heightPx - 1)) return Number.NaN;
  const left = Math.min(Math.floor(x), widthPx - 2);
  const top = Math.min(Math.floor(y), heightPx - 2);
  const across = x - left;
  const down = y - top;
  const at = top * widthPx + left;
  const above = (plane[at] ?? 0) * (1 - across) + (plane[at + 1] ?? 0) * across;
  const below = (plane[at + widthPx] ?? 0) * (1 - across) + (plane[at + widthPx + 1] ?? 0) * across;
  return above * (1 - down) + below * down;
}
