import type { Size } from "../point.ts";
import type { GreyFrame } from "./grey-frame.ts";

/** What a scene looks like at a time from 0 to 1: the brightness at each place, in pixels of the frame. */
export type Scene = (fraction: number) => (x: number, y: number) => number;

export const CLIP_SIZE: Size = { widthPx: 320, heightPx: 180 };
const FRAMES = 16;
const SECONDS = 5;

/** Films a scene: each pixel is the mean of four places in it, so that edges are soft as in a real picture. */
export function film(scene: Scene, size: Size = CLIP_SIZE): GreyFrame[] {
  return Array.from({ length: FRAMES }, (_, index) => {
    const fraction = index / (FRAMES - 1);
    const brightness = scene(fraction);
    const grey = new Uint8Array(size.widthPx * size.heightPx);
    for (let pixel = 0; pixel < grey.length; pixel += 1) {
      const x = pixel % size.widthPx;
      const y = Math.floor(pixel / size.widthPx);
      let sum = 0;
      for (const [across, down] of QUARTERS) sum += brightness(x + across, y + down);
      grey[pixel] = Math.max(0, Math.min(255, sum / QUARTERS.length));
    }
    return { ...size, grey, atSeconds: fraction * SECONDS };
  });
}

const QUARTERS = [
  [-0.25, -0.25],
  [0.25, -0.25],
  [-0.25, 0.25],
  [0.25, 0.25],
] as const;

const TILE_PX = 512;

/** Waves of whole numbers per tile, so that the ground goes on for ever; every place of a tile looks different. */
const TILE = Float32Array.from({ length: TILE_PX * TILE_PX }, (_, pixel) => {
  const x = ((pixel % TILE_PX) / TILE_PX) * 2 * Math.PI;
  const y = (Math.floor(pixel / TILE_PX) / TILE_PX) * 2 * Math.PI;
  const coarse = Math.sin(5 * x + 2 * Math.sin(3 * y)) * Math.cos(6 * y + 2 * Math.sin(2 * x));
  const middle = Math.sin(13 * x + 3 * Math.sin(5 * y) + 1) * Math.cos(11 * y + 2 * Math.sin(7 * x));
  const fine = Math.sin(29 * x + 2 * Math.sin(9 * y) + 2) * Math.cos(31 * y + 3 * Math.sin(4 * x));
  return 118 + 26 * coarse + 20 * middle + 14 * fine;
});

/** Textured ground without end. */
export function ground(x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const above = tileAt(left, top) * (1 - across) + tileAt(left + 1, top) * across;
  const below = tileAt(left, top + 1) * (1 - across) + tileAt(left + 1, top + 1) * across;
  return above + (below - above) * (y - top);
}

function tileAt(x: number, y: number): number {
  return TILE[(y & (TILE_PX - 1)) * TILE_PX + (x & (TILE_PX - 1))] ?? 0;
}
