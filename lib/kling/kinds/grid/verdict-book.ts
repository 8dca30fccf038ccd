import type { Axis, Grid, Point } from "./grid.ts";

/** Points of one grid by number, so that a verdict once given is looked up and not worked out again. */
export type VerdictBook = {
  /** What one step along an axis adds to a point's number. */
  readonly strideOf: ReadonlyMap<Axis, number>;
  /** Undefined when a value is not on its axis: more attached than it counts, a model of another kind. */
  readonly numberOf: (point: Point) => number | undefined;
  /** What was found of this number; undefined while nobody asked. */
  readonly recall: (number: number | undefined) => boolean | undefined;
  /** Whether the point of this number is legal, from memory if it can be. */
  readonly isLegal: (number: number | undefined, point: Point) => boolean;
};

/** Bytes kept for one grid at most. */
const MAX_POINTS = 1 << 24;

const UNKNOWN = 0;
const LEGAL = 1;
const REFUSED = 2;

const BOOKS = new WeakMap<Grid, VerdictBook>();

/** The book of this grid, which lives as long as the grid does. */
export function verdictBook(grid: Grid): VerdictBook {
  const known = BOOKS.get(grid);
  if (known !== undefined) return known;
  const book = openBook(grid);
  BOOKS.set(grid, book);
  return book;
}

function openBook(grid: Grid): VerdictBook {
  const strideOf = new Map<Axis, number>();
  let points = 1;
  for (const axis of grid.axes) {
    strideOf.set(axis, points);
    points *= axis.values.length;
  }
  const verdicts = new Uint8Array(points <= MAX_POINTS ? points : 0);
  const recall = (number: number | undefined) => {
    const verdict = number === undefined ? UNKNOWN : (verdicts[number] ?? UNKNOWN);
    return verdict === UNKNOWN ? undefined : verdict === LEGAL;
  };
  return {
    strideOf,
    numberOf: (point) => numberIn(grid.axes, strideOf, point),
    recall,
    isLegal(number, point) {
      const known = recall(number);
      if (known !== undefined) return known;
      const isLegal = grid.refusals(point).length === 0;
      // A number beyond the end is not kept.
      if (number !== undefined) verdicts[number] = isLegal ? LEGAL : REFUSED;
      return isLegal;
    },
  };
}

function numberIn(
  axes: readonly Axis[],
  strideOf: ReadonlyMap<Axis, number>,
  point: Point,
): number | undefined {
  let number = 0;
  for (const axis of axes) {
    const value = point[axis.name];
    const index = value === undefined ? -1 : axis.values.indexOf(value);
    if (index === -1) return undefined;
    number += index * (strideOf.get(axis) ?? 0);
  }
  return number;
}
