import type { Localized } from "#lib/shared/localized.ts";
import type { Change } from "../../violation.ts";
import type { Axis, Grid, Point, Value } from "./grid.ts";
import { verdictBook } from "./verdict-book.ts";

/** More changes at once than this are no longer a fix but another request. */
const MAX_CHANGES = 3;

/**
 * The legal point closest to `from` that has everything `wanted`; undefined when three further changes do not suffice.
 * Closest by the axes' costs.
 */
export function nearestPoint(grid: Grid, from: Point, wanted: Point = {}): Point | undefined {
  const start = { ...from, ...wanted };
  const book = verdictBook(grid);
  const startNumber = book.numberOf(start);
  if (book.isLegal(startNumber, start)) return start;
  const free = grid.axes
    .filter((axis) => !Object.hasOwn(wanted, axis.name))
    .map((axis) => ({
      name: axis.name,
      steps: stepsFrom(axis, start[axis.name]),
      stride: book.strideOf.get(axis) ?? 0,
    }));
  /** The point being looked at; changed in place, since the search sees thousands. */
  const point: Record<string, Value> = { ...start };
  let best: { readonly point: Point; readonly cost: number } | undefined;
  const visit = (number: number | undefined, sofar: number, firstAxis: number, changesLeft: number) => {
    for (let index = firstAxis; index < free.length; index += 1) {
      const axis = free[index];
      if (axis === undefined) continue;
      const kept = point[axis.name];
      for (const { value, cost, distance } of axis.steps) {
        const total = sofar + cost;
        if (best !== undefined && total >= best.cost) break; // cheapest first: no later step can win
        const next = number === undefined ? undefined : number + distance * axis.stride;
        const known = book.recall(next);
        if (known === false && changesLeft === 1) continue;
        point[axis.name] = value;
        if (known ?? book.isLegal(next, point)) best = { point: { ...point }, cost: total };
        else if (changesLeft > 1) visit(next, total, index + 1, changesLeft - 1);
      }
      if (kept !== undefined) point[axis.name] = kept;
    }
  };
  for (let changes = 1; changes <= MAX_CHANGES && best === undefined; changes += 1)
    visit(startNumber, 0, 0, changes);
  return best?.point;
}

type Step = {
  readonly value: Value;
  readonly cost: number;
  /** Positions along the axis. */
  readonly distance: number;
};

/** By the position they start from. */
const STEPS = new WeakMap<Axis, Map<number, readonly Step[]>>();

/** The other values of an axis, cheapest first. */
function stepsFrom(axis: Axis, current: Value | undefined): readonly Step[] {
  const found = current === undefined ? -1 : axis.values.indexOf(current);
  // More attached than the axis counts: everything on it is a way down.
  const at = found === -1 && axis.isAttachment ? axis.values.length : found;
  const known = STEPS.get(axis) ?? new Map<number, readonly Step[]>();
  const steps = known.get(at) ?? listSteps(axis, at);
  STEPS.set(axis, known.set(at, steps));
  return steps;
}

function listSteps({ values, cost, isAttachment }: Axis, at: number): readonly Step[] {
  const steps = values.flatMap((value, index) => {
    if (index === at || (isAttachment && index > at)) return [];
    const distance = index - at;
    return [{ value, cost: cost.change + cost.step * Math.abs(distance), distance }];
  });
  return steps.sort((a, b) => a.cost - b.cost);
}

/** What changes between two points, as a patch by axis and as words; undefined when nothing does. */
export function changeBetween(grid: Grid, from: Point, to: Point): Change<Point> | undefined {
  const changed = grid.axes.filter(({ name }) => from[name] !== to[name]);
  if (changed.length === 0) return undefined;
  const patch: Record<string, Value> = {};
  const words: Localized[] = [];
  for (const axis of changed) {
    const value = to[axis.name];
    if (value === undefined) continue;
    patch[axis.name] = value;
    words.push(describe(axis, value));
  }
  return {
    label: { zh: words.map(({ zh }) => zh).join("，"), en: words.map(({ en }) => en).join(", ") },
    patch,
  };
}

function describe({ label, valueLabel }: Axis, value: Value): Localized {
  const shown = valueLabel?.(value) ?? { zh: String(value), en: String(value) };
  return { zh: `${label.zh}改为 ${shown.zh}`, en: `${label.en}: ${shown.en}` };
}
