import type { Size } from "../point.ts";
import { emptyLab } from "./lab-planes.ts";
import type { LabPlanes } from "./prepared.ts";

/** The centres that pixels gather around. */
type Centres = {
  readonly count: number;
  readonly colour: LabPlanes;
  readonly x: Float32Array;
  readonly y: Float32Array;
};

const ROUNDS = 4;
/** How much nearness counts against likeness: a step of the grid weighs as much as this colour distance. */
const COMPACTNESS = 5;

/**
 * SLIC (Achanta et al., 2012): k-means over colour and place, where each centre looks no farther than its neighbours do.
 * @param spacingPx distance of the grid that the centres start on
 * @returns the centre of each pixel; the pixels of one centre need not be connected
 */
export function clusterPixels(
  lab: LabPlanes,
  size: Size,
  { spacingPx, onRound }: { readonly spacingPx: number; readonly onRound: (share: number) => void },
): Int32Array {
  const centres = gridOfCentres(lab, size, spacingPx);
  const nearest = new Int32Array(lab.l.length);
  const distances = new Float32Array(lab.l.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    distances.fill(Number.POSITIVE_INFINITY);
    for (let centre = 0; centre < centres.count; centre += 1) {
      gather({ lab, size, centres, centre, spacingPx, nearest, distances });
    }
    moveCentres(centres, { lab, size, nearest });
    onRound((round + 1) / ROUNDS);
  }
  return nearest;
}

function gridOfCentres(lab: LabPlanes, { widthPx, heightPx }: Size, spacingPx: number): Centres {
  const columns = Math.max(1, Math.round(widthPx / spacingPx));
  const rows = Math.max(1, Math.round(heightPx / spacingPx));
  const count = columns * rows;
  const colour = emptyLab(count);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let centre = 0; centre < count; centre += 1) {
    const atX = Math.floor((((centre % columns) + 0.5) * widthPx) / columns);
    const atY = Math.floor(((Math.floor(centre / columns) + 0.5) * heightPx) / rows);
    const pixel = atY * widthPx + atX;
    x[centre] = atX;
    y[centre] = atY;
    colour.l[centre] = lab.l[pixel] ?? 0;
    colour.a[centre] = lab.a[pixel] ?? 0;
    colour.b[centre] = lab.b[pixel] ?? 0;
  }
  return { count, colour, x, y };
}

type Gathering = {
  readonly lab: LabPlanes;
  readonly size: Size;
  readonly centres: Centres;
  readonly centre: number;
  readonly spacingPx: number;
  readonly nearest: Int32Array;
  readonly distances: Float32Array;
};

function gather({ lab, size, centres, centre, spacingPx, nearest, distances }: Gathering): void {
  const centreX = centres.x[centre] ?? 0;
  const centreY = centres.y[centre] ?? 0;
  const { l: lights, a: greens, b: blues } = lab;
  const light = centres.colour.l[centre] ?? 0;
  const green = centres.colour.a[centre] ?? 0;
  const blue = centres.colour.b[centre] ?? 0;
  const nearness = (COMPACTNESS / spacingPx) ** 2;
  const reach = spacingPx * 1.5;
  const left = Math.max(0, Math.ceil(centreX - reach));
  const right = Math.min(size.widthPx - 1, Math.floor(centreX + reach));
  const bottom = Math.min(size.heightPx - 1, Math.floor(centreY + reach));
  for (let y = Math.max(0, Math.ceil(centreY - reach)); y <= bottom; y += 1) {
    const down = (y - centreY) ** 2;
    for (let x = left, pixel = y * size.widthPx + left; x <= right; x += 1, pixel += 1) {
      const l = (lights[pixel] ?? 0) - light;
      const a = (greens[pixel] ?? 0) - green;
      const b = (blues[pixel] ?? 0) - blue;
      const across = x - centreX;
      const distance = l * l + a * a + b * b + (across * across + down) * nearness;
      if (distance >= (distances[pixel] ?? 0)) continue;
      distances[pixel] = distance;
      nearest[pixel] = centre;
    }
  }
}

type Gathered = { readonly lab: LabPlanes; readonly size: Size; readonly nearest: Int32Array };

function moveCentres(centres: Centres, { lab, size, nearest }: Gathered): void {
  const sums = { x: new Float64Array(centres.count), y: new Float64Array(centres.count) };
  const counts = new Int32Array(centres.count);
  for (let pixel = 0; pixel < nearest.length; pixel += 1) {
    const centre = nearest[pixel] ?? 0;
    counts[centre] = (counts[centre] ?? 0) + 1;
    sums.x[centre] = (sums.x[centre] ?? 0) + (pixel % size.widthPx);
    sums.y[centre] = (sums.y[centre] ?? 0) + Math.floor(pixel / size.widthPx);
  }
  const colour = meanColours(lab, nearest, centres.count);
  for (let centre = 0; centre < centres.count; centre += 1) {
    const count = counts[centre] ?? 0;
    if (count === 0) continue;
    centres.x[centre] = (sums.x[centre] ?? 0) / count;
    centres.y[centre] = (sums.y[centre] ?? 0) / count;
    centres.colour.l[centre] = colour.l[centre] ?? 0;
    centres.colour.a[centre] = colour.a[centre] ?? 0;
    centres.colour.b[centre] = colour.b[centre] ?? 0;
  }
}

/** The mean colour of each group; that of a group without pixels is black. */
export function meanColours(lab: LabPlanes, groupOf: Int32Array, count: number): LabPlanes {
  const sums = { l: new Float64Array(count), a: new Float64Array(count), b: new Float64Array(count) };
  const counts = new Int32Array(count);
  for (let pixel = 0; pixel < groupOf.length; pixel += 1) {
    const group = groupOf[pixel] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
    sums.l[group] = (sums.l[group] ?? 0) + (lab.l[pixel] ?? 0);
    sums.a[group] = (sums.a[group] ?? 0) + (lab.a[pixel] ?? 0);
    sums.b[group] = (sums.b[group] ?? 0) + (lab.b[pixel] ?? 0);
  }
  const mean = (plane: Float64Array) =>
    Float32Array.from(plane, (sum, group) => sum / Math.max(1, counts[group] ?? 0));
  return { l: mean(sums.l), a: mean(sums.a), b: mean(sums.b) };
}
