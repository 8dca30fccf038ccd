import type { Localized } from "#lib/shared/localized.ts";
import type { Evidence, Support } from "../../capabilities.ts";

/** The finite controls of a kind as a space, and what the official map says of each point in it. */

export type Value = string | number | boolean;

/** A value for each axis, by the axis's name. */
export type Point = Readonly<Record<string, Value>>;

/** One finite control: a field of the request, or how much of something is attached (`images`: 0, 1, 2 …). */
export type Axis = {
  readonly name: string;
  /** Where the request has it; its name when left out. */
  readonly path?: string;
  readonly label: Localized;
  /** Mildest first; for attachments from nothing to most. */
  readonly values: readonly Value[];
  /** How a person reads a value; its own text when left out. */
  readonly valueLabel?: (value: Value) => Localized;
  /** What changing it costs, and what each step of distance adds: the nearest legal point has the smallest sum. */
  readonly cost: { readonly change: number; readonly step: number };
  /** Attachments are a person's own: a fix may take them away and never invents them. */
  readonly isAttachment?: boolean;
};

/** Why a point is refused: the axis to point at, a code, and a sentence without its full stop. */
export type Refusal = {
  readonly axis: string;
  readonly code: string;
  readonly message: Localized;
  /** `limit`: a bound or an exclusion that holds under every policy. The map's verdict when left out. */
  readonly class?: "limit";
};

/** One statement of the map: where (values per axis; an axis that is left out means everywhere) a feature has this support. */
export type MapCell = {
  readonly feature: string;
  readonly where: Readonly<Record<string, readonly Value[]>>;
  readonly support: Support;
  readonly evidence: Evidence;
  readonly source: string;
};

export type Grid = {
  readonly axes: readonly Axis[];
  readonly defaults: Point;
  readonly cells: readonly MapCell[];
  /** Empty when the map allows the point. */
  readonly refusals: (point: Point) => readonly Refusal[];
};

/** The last statement about this feature that covers the point; undefined when none does. */
export function cellAt(grid: Pick<Grid, "cells">, feature: string, point: Point): MapCell | undefined {
  const statements = statementsOf(grid.cells).get(feature) ?? [];
  return statements.find(({ where }) => where.every(([axis, values]) => values.includes(point[axis] ?? "")))
    ?.cell;
}

type Statement = {
  readonly cell: MapCell;
  readonly where: readonly (readonly [string, readonly Value[]])[];
};

/** Forms and proofs ask about hundreds of thousands of points: the cells of each feature, newest first, taken apart once. */
const STATEMENTS = new WeakMap<readonly MapCell[], ReadonlyMap<string, readonly Statement[]>>();

function statementsOf(cells: readonly MapCell[]): ReadonlyMap<string, readonly Statement[]> {
  const known = STATEMENTS.get(cells);
  if (known !== undefined) return known;
  const statements = cells.toReversed().map((cell) => ({ cell, where: Object.entries(cell.where) }));
  const byFeature = Map.groupBy(statements, ({ cell }) => cell.feature);
  STATEMENTS.set(cells, byFeature);
  return byFeature;
}

/** Whether the map grants the feature here: a missing statement is a refusal. */
export function grants(grid: Pick<Grid, "cells">, feature: string, point: Point): boolean {
  const support = cellAt(grid, feature, point)?.support ?? "no";
  return support !== "no";
}

/** Every point of the space, legal or not. Lazy: the space of omni-video has hundreds of thousands. */
export function* everyPoint(axes: readonly Axis[]): Generator<Point> {
  const [first, ...rest] = axes;
  if (first === undefined) {
    yield {};
    return;
  }
  for (const point of everyPoint(rest))
    for (const value of first.values) yield { [first.name]: value, ...point };
}
