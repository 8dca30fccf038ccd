import type { Size } from "../point.ts";
import { emptyLab, labPlanes, squaredDistance, writePixelLab } from "./lab-planes.ts";
import type { LabPlanes, PreparedSelection } from "./prepared.ts";
import { smoothPlanes } from "./smooth-planes.ts";
import { superpixelsOf } from "./superpixels.ts";

const MAX_REDUCED_PIXELS = 1_000_000;
/** Colours come first, then the patches. */
const COLOURS_SHARE = 0.3;
/** Where single pixels differ this much from their neighbours, the grain is taken out before anything else. */
const GRAINY = 2.5;

/**
 * Looks at a picture once, about a second for the largest ones: to be done off the main thread.
 * @param rgba four bytes a pixel; kept by the result, and not to be changed any more
 * @param onProgress from 0 to 1
 */
export function prepareSelection(
  rgba: Uint8ClampedArray,
  size: Size,
  onProgress: (share: number) => void = () => {},
): PreparedSelection {
  const reduced = reducedSize(size);
  const sharp = labPlanes(rgba, size, reduced);
  onProgress(COLOURS_SHARE);
  const smoothed = smoothPlanes(sharp, reduced);
  const lab = medianDistance(sharp, smoothed) > GRAINY ? smoothPlanes(smoothed, reduced) : sharp;
  const superpixels = superpixelsOf(lab, reduced, (share) =>
    onProgress(COLOURS_SHARE + (1 - COLOURS_SHARE) * share),
  );
  const grain = medianDistance(lab, superpixels.mean, superpixels.patchOf);
  return { size, rgba, reduced, lab, superpixels, grain, isGrainy: isGrainy(rgba, size, { reduced, lab }) };
}

function reducedSize({ widthPx, heightPx }: Size): Size {
  const scale = Math.min(1, Math.sqrt(MAX_REDUCED_PIXELS / (widthPx * heightPx)));
  const length = (px: number) => Math.max(1, Math.round(px * scale));
  return { widthPx: length(widthPx), heightPx: length(heightPx) };
}

/** Of a sample of the pixels: edges are few, so the median is what the plain areas do. */
function medianDistance(pixels: LabPlanes, others: LabPlanes, otherOf?: Int32Array): number {
  const distances = sampled(pixels.l.length, (pixel) =>
    Math.sqrt(squaredDistance(pixels, pixel, others, otherOf?.[pixel] ?? pixel)),
  );
  return median(distances);
}

function isGrainy(rgba: Uint8ClampedArray, size: Size, { reduced, lab }: Reduced): boolean {
  const own = emptyLab(1);
  const distances = sampled(size.widthPx * size.heightPx, (pixel) => {
    const x = Math.floor(((pixel % size.widthPx) * reduced.widthPx) / size.widthPx);
    const y = Math.floor((Math.floor(pixel / size.widthPx) * reduced.heightPx) / size.heightPx);
    writePixelLab(rgba, pixel, own, 0);
    return Math.sqrt(squaredDistance(own, 0, lab, y * reduced.widthPx + x));
  });
  return median(distances) > GRAINY;
}

type Reduced = { readonly reduced: Size; readonly lab: LabPlanes };

const SAMPLES = 10_000;

function sampled(length: number, value: (index: number) => number): number[] {
  const count = Math.min(length, SAMPLES);
  return Array.from({ length: count }, (_, index) => value(Math.floor((index * length) / count)));
}

function median(values: number[]): number {
  return values.sort((less, more) => less - more)[Math.floor(values.length / 2)] ?? 0;
}
