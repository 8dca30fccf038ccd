import type { Path } from "../document.ts";
import type { ImagePoint, Size } from "../point.ts";
import { resample } from "./resample.ts";
import { simplify } from "./simplify.ts";
import { inside, onPixel } from "./wire.ts";

/** Upstream takes two to seventy-seven points (off-26 §3.2; the limit is stated for clips of five seconds). */
export const LEAST_POINTS = 2;
export const MOST_POINTS = 77;

/** With the shift to whole pixels included: the path that is sent is nowhere a pixel away from the one that was drawn. */
const TOLERANCE_PX = 0.95;

/** More would only cost time: a line this long is simplified beyond recognition anyway. */
const MOST_SAMPLES = 4000;

/**
 * What a hand has drawn, as a path that can be sent: inside the picture, on whole pixels, no point twice in a row, and of
 * all its points only those that make the line; coarser only where more than 77 would be needed.
 * @returns `null` when fewer than two points are left
 */
export function pathFromDrawing(drawn: readonly ImagePoint[], size: Size): Path | null {
  const points = (drawn.length > MOST_SAMPLES ? resample(drawn, MOST_SAMPLES) : drawn).map((point) =>
    inside(point, size),
  );
  const place = (point: ImagePoint) => onPixel(point, size);
  for (let tolerancePx = TOLERANCE_PX; ; tolerancePx *= 1.25) {
    const path = withoutRepeats(simplify(points, { tolerancePx, place }));
    if (path.length <= MOST_POINTS) return path.length < LEAST_POINTS ? null : path;
  }
}

/** A path whose points were set one by one: inside, whole, none twice in a row; no corner is left out. */
export function tidyPath(path: Path, size: Size): Path | null {
  const tidy = withoutRepeats(path.map((point) => onPixel(point, size)));
  return tidy.length < LEAST_POINTS ? null : tidy.slice(0, MOST_POINTS);
}

function withoutRepeats(path: Path): Path {
  return path.filter(
    ({ x, y }, index) => index === 0 || path[index - 1]?.x !== x || path[index - 1]?.y !== y,
  );
}
