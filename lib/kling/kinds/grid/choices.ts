import type { Localized } from "#lib/shared/localized.ts";
import type { Change } from "../../violation.ts";
import type { Grid, Point, Value } from "./grid.ts";
import { changeBetween, nearestPoint } from "./nearest-point.ts";
import { verdictBook } from "./verdict-book.ts";

/** One value of a control: legal beside the rest of the point, or why it is not and what else would have to change. */
export type GridChoice = {
  readonly value: Value;
} & (
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: Localized; readonly fix: Change<Point> | undefined }
);

export type GridControl = {
  readonly name: string;
  readonly label: Localized;
  readonly choices: readonly GridChoice[];
};

/**
 * What each control of a kind may be set to now. From a legal point, an allowed value or a fix always leads to a legal
 * point again (proved for every kind in `choices.test.ts`).
 */
export function choicesOf(grid: Grid, point: Point): readonly GridControl[] {
  return grid.axes.map(({ name, label, values }) => ({
    name,
    label,
    choices: values.map((value) => choiceOf(grid, point, { name, value })),
  }));
}

/** One value of one control beside the rest of the point. */
export function choiceOf(
  grid: Grid,
  point: Point,
  { name, value }: { readonly name: string; readonly value: Value },
): GridChoice {
  const next = { ...point, [name]: value };
  const book = verdictBook(grid);
  const found = book.isLegal(book.numberOf(next), next) ? [] : grid.refusals(next);
  const [first] = found;
  if (first === undefined) return { value, allowed: true };
  // What is refused already says less about this value than what it adds.
  const before = grid.refusals(point);
  const added = found.find(({ code }) => !before.some((known) => known.code === code)) ?? first;
  const nearest = nearestPoint(grid, point, { [name]: value });
  const fix = nearest && changeBetween(grid, point, nearest);
  return { value, allowed: false, reason: added.message, fix };
}
