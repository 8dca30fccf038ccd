import type { Vector } from "./follow-patch.ts";
import { solve } from "./solve.ts";
import type { Pair } from "./track-points.ts";

/**
 * How a flat picture looks from another place: `x' = (a·x + b·y + c) / (g·x + h·y + 1)`, `y' = (d·x + e·y + f) / (…)`.
 * Coordinates are measured from the middle of the frame, in its widths, so that the eight numbers are of one size.
 */
export type Homography = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0];

export function apply([a, b, c, d, e, f, g, h]: Homography, { x, y }: Vector): Vector {
  const depth = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** First `first`, then `then`. */
export function chain(first: Homography, then: Homography): Homography {
  const [a, b, c, d, e, f, g, h] = then;
  const [k, l, m, n, o, p, q, r] = first;
  const depth = g * m + h * p + 1;
  return [
    (a * k + b * n + c * q) / depth,
    (a * l + b * o + c * r) / depth,
    (a * m + b * p + c) / depth,
    (d * k + e * n + f * q) / depth,
    (d * l + e * o + f * r) / depth,
    (d * m + e * p + f) / depth,
    (g * k + h * n + q) / depth,
    (g * l + h * o + r) / depth,
  ];
}

const ROUNDS = 12;
/** In widths of the frame: pairs that miss by more hardly count, because something of its own moves there. */
const TOLERANCE = 0.003;
const LEAST_PAIRS = 8;

/**
 * What most of the pairs agree on (iteratively reweighted least squares).
 * @returns null for too few pairs, or when no such view exists
 */
export function fitHomography(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < LEAST_PAIRS) return null;
  let fitted = startFrom(pairs);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Coarse at first: the start knows only the middle of the ways.
    const tolerance = TOLERANCE * Math.max(1, 8 / (round + 1));
    const next = fitWeighted(pairs, fitted, tolerance);
    if (next === null) return null;
    fitted = next;
  }
  return fitted;
}

function startFrom(pairs: readonly Pair[]): Homography {
  const x = middle(pairs.map(({ from, to }) => to.x - from.x));
  const y = middle(pairs.map(({ from, to }) => to.y - from.y));
  return [1, 0, x, 0, 1, y, 0, 0];
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((less, more) => less - more);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Perspective is small from one sampled frame to the next: what few pairs suggest is held back by this. */
const RELUCTANCE = 1e-4;

function fitWeighted(pairs: readonly Pair[], before: Homography, tolerance: number): Homography | null {
  const matrix = Array.from({ length: 8 }, () => new Float64Array(9));
  const add = (row: readonly number[], value: number, weight: number) => {
    for (let i = 0; i < 8; i += 1) {
      const line = matrix[i];
      const factor = weight * (row[i] ?? 0);
      if (line === undefined || factor === 0) continue;
      for (let j = 0; j < 8; j += 1) line[j] = (line[j] ?? 0) + factor * (row[j] ?? 0);
      line[8] = (line[8] ?? 0) + factor * value;
    }
  };
  for (const { from, to } of pairs) {
    const seen = apply(before, from);
    const miss = Math.hypot(seen.x - to.x, seen.y - to.y) / tolerance;
    const weight = 1 / (1 + miss * miss) ** 2;
    add([from.x, from.y, 1, 0, 0, 0, -from.x * to.x, -from.y * to.x], to.x, weight);
    add([0, 0, 0, from.x, from.y, 1, -from.x * to.y, -from.y * to.y], to.y, weight);
  }
  add([0, 0, 0, 0, 0, 0, 1, 0], 0, RELUCTANCE * pairs.length);
  add([0, 0, 0, 0, 0, 0, 0, 1], 0, RELUCTANCE * pairs.length);
  const found = solve(matrix);
  if (found === null) return null;
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = found;
  return [a, b, c, d, e, f, g, h];
}
