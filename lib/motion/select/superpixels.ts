import type { Size } from "../point.ts";
import { clusterPixels, meanColours } from "./clusters.ts";
import type { LabPlanes, Superpixels } from "./prepared.ts";

const MAX_PATCHES = 4_500;
const LEAST_SPACING_PX = 4;

/** Cuts a reduced picture into a few thousand connected patches that keep to its edges. */
export function superpixelsOf(lab: LabPlanes, size: Size, onProgress: (share: number) => void): Superpixels {
  const spacingPx = Math.max(LEAST_SPACING_PX, Math.sqrt(lab.l.length / MAX_PATCHES));
  const clusters = clusterPixels(lab, size, { spacingPx, onRound: onProgress });
  const { patchOf, count } = connectedPatches(clusters, size, spacingPx ** 2 / 4);
  return { count, patchOf, mean: meanColours(lab, patchOf, count), ...touching(patchOf, size, count) };
}

/** Each connected piece of a cluster becomes a patch of its own; crumbs join what lies before them. */
function connectedPatches(clusters: Int32Array, size: Size, leastPixels: number) {
  const patchOf = new Int32Array(clusters.length).fill(-1);
  const piece = new Int32Array(clusters.length);
  let count = 0;
  for (let start = 0; start < clusters.length; start += 1) {
    if (patchOf[start] !== -1) continue;
    const { pixels, neighbour } = fillPiece({ start, patch: count, clusters, patchOf, size, piece });
    if (pixels >= leastPixels || neighbour === -1) {
      count += 1;
      continue;
    }
    for (let index = 0; index < pixels; index += 1) patchOf[piece[index] ?? 0] = neighbour;
  }
  return { patchOf, count };
}

type Filling = {
  readonly start: number;
  readonly patch: number;
  readonly clusters: Int32Array;
  readonly patchOf: Int32Array;
  readonly size: Size;
  /** Receives the pixels of the piece. */
  readonly piece: Int32Array;
};

/** @returns how many pixels the piece has, and a patch made earlier that touches it, or -1 */
function fillPiece({ start, patch, clusters, patchOf, size: { widthPx }, piece }: Filling) {
  const cluster = clusters[start];
  let neighbour = -1;
  let pixels = 1;
  piece[0] = start;
  patchOf[start] = patch;
  const visit = (pixel: number) => {
    const owner = patchOf[pixel] ?? 0;
    if (owner !== -1) {
      if (owner !== patch) neighbour = owner;
      return;
    }
    if (clusters[pixel] !== cluster) return;
    patchOf[pixel] = patch;
    piece[pixels] = pixel;
    pixels += 1;
  };
  for (let index = 0; index < pixels; index += 1) {
    const pixel = piece[index] ?? 0;
    const x = pixel % widthPx;
    if (x > 0) visit(pixel - 1);
    if (x < widthPx - 1) visit(pixel + 1);
    if (pixel >= widthPx) visit(pixel - widthPx);
    if (pixel + widthPx < clusters.length) visit(pixel + widthPx);
  }
  return { pixels, neighbour };
}

function touching(patchOf: Int32Array, { widthPx }: Size, count: number) {
  const sets = Array.from({ length: count }, () => new Set<number>());
  const meet = (one: number, other: number) => {
    if (one === other) return;
    sets[one]?.add(other);
    sets[other]?.add(one);
  };
  for (let pixel = 0; pixel < patchOf.length; pixel += 1) {
    const patch = patchOf[pixel] ?? 0;
    if ((pixel + 1) % widthPx !== 0) meet(patch, patchOf[pixel + 1] ?? patch);
    meet(patch, patchOf[pixel + widthPx] ?? patch);
  }
  const first = new Int32Array(count + 1);
  for (let patch = 0; patch < count; patch += 1) {
    first[patch + 1] = (first[patch] ?? 0) + (sets[patch]?.size ?? 0);
  }
  return { first, neighbours: Int32Array.from(sets.flatMap((set) => [...set])) };
}
