import type { Vector } from "./follow-patch.ts";
import type { Pyramid } from "./pyramid.ts";

const RADIUS_PX = 3;
/** In squared brightness per pixel: below it a place looks like its neighbours. */
const LEAST_TEXTURE = 6;

type Choice = {
  /** Cells along the longer side; each gives its best place. */
  readonly cells: number;
  /** Which places are of interest; all of them unless told. */
  readonly isIn?: (at: Vector) => boolean;
};

/** Places that can be found again: the one with most texture in both directions of each cell of a grid (Shi and Tomasi, 1994). */
export function cornersOf([picture]: Pyramid, { cells, isIn = () => true }: Choice): Vector[] {
  if (picture === undefined) return [];
  const { plane, widthPx, heightPx } = picture;
  const side = Math.max(2, Math.round(Math.max(widthPx, heightPx) / cells));
  const best = new Map<number, { at: Vector; texture: number }>();
  for (let y = RADIUS_PX + 1; y < heightPx - RADIUS_PX - 1; y += 2) {
    for (let x = RADIUS_PX + 1; x < widthPx - RADIUS_PX - 1; x += 2) {
      const at = { x, y };
      if (!isIn(at)) continue;
      const texture = textureAt(plane, widthPx, at);
      const cell = Math.floor(y / side) * widthPx + Math.floor(x / side);
      if (texture > (best.get(cell)?.texture ?? LEAST_TEXTURE)) best.set(cell, { at, texture });
    }
  }
  return [...best.values()].map(({ at }) => at);
}

function textureAt(plane: Float32Array, widthPx: number, { x, y }: Vector): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (let row = y - RADIUS_PX; row <= y + RADIUS_PX; row += 1) {
    for (let at = row * widthPx + x - RADIUS_PX; at <= row * widthPx + x + RADIUS_PX; at += 1) {
      const across = ((plane[at + 1] ?? 0) - (plane[at - 1] ?? 0)) / 2;
      const down = ((plane[at + widthPx] ?? 0) - (plane[at - widthPx] ?? 0)) / 2;
      xx += across * across;
      xy += across * down;
      yy += down * down;
    }
  }
  return (xx + yy - Math.hypot(xx - yy, 2 * xy)) / 2 / (2 * RADIUS_PX + 1) ** 2;
}
