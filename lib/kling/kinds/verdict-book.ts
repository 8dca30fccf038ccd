import type { Axis, Grid, Point, Value } from "./grid.ts";

/** Points of one grid by number, so that a verdict once given is looked up and not worked out again. */
export type VerdictBook = {
  /** What one step along an axis adds to a point's number. */
  readonly strideOf: ReadonlyMap<Axis, number>;
  /** Undefined when a value is not on its axis: more attached than it counts, a model of another kind. */
  readonly numberOf: (point: Point) => number | undefined;
  /** `build` makes the point of this number; it is called once per number. */
  readonly isLegal: (number: number | undefined, build: () => Point) => boolean;
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
  const judge = (point: Point) => grid.refusals(point).length === 0;
  return {
    strideOf,
    numberOf: (point) => numberIn(grid.axes, strideOf, point),
    isLegal(number, build) {
      if (number === undefined || number >= verdicts.length) return judge(build());
      if (verdicts[number] === UNKNOWN) verdicts[number] = judge(build()) ? LEGAL : REFUSED;
      return verdicts[number] === LEGAL;
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
    const index = axis.values.findIndex((value: Value) => value === point[axis.name]);
    if (index === -1) return undefined;
    number += index * (strideOf.get(axis) ?? 0);
  }
  return number;
}
