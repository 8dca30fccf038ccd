import { choiceOf, type GridChoice } from "../kinds/grid/choices.ts";
import type { Axis, Grid, Point, Value } from "../kinds/grid/grid.ts";
import { changeBetween, nearestPoint } from "../kinds/grid/nearest-point.ts";
import type { Change } from "../violation.ts";
import { applyChange } from "./apply-change.ts";
import type { ToolDraft } from "./tool-draft.ts";
import { isShown, pointOfDraft, type ToolForm } from "./tool-form.ts";

type Wanted = { readonly name: string; readonly value: Value };

/**
 * One value of one control beside the rest of the draft: allowed, or why not and the nearest change that makes it so. What a
 * person has put in goes only where nothing else helps, and never with the control itself: who asks for the subject of a
 * picture keeps the picture.
 */
export function choiceIn(form: ToolForm, draft: ToolDraft, wanted: Wanted): GridChoice {
  const { grid } = form.kind;
  const point = pointOfDraft(form, draft);
  const choice = choiceOf(grid, point, wanted);
  if (choice.allowed || choice.fix === undefined) return choice;
  const attached = grid.axes.filter(({ name, isAttachment }) => isAttachment && name !== wanted.name);
  const held = [attached, [], ...attached.map((axis) => [axis])];
  const fixes = held.map((axes) => fixHolding(grid, { point, wanted, axes }));
  return {
    ...choice,
    fix: fixes.find((fix) => fix && keepsControl(form, draft, { wanted, patch: fix.patch })),
  };
}

type Search = { readonly point: Point; readonly wanted: Wanted; readonly axes: readonly Axis[] };

/** The nearest change that leaves these axes as they are. */
function fixHolding(grid: Grid, { point, wanted: { name, value }, axes }: Search): Change<Point> | undefined {
  const held = Object.fromEntries(axes.map((axis) => [axis.name, point[axis.name] ?? 0]));
  const wish = { ...point, [name]: value };
  const nearest = nearestPoint(grid, point, { ...held, [name]: value });
  // One more of something is for the person to put in: the fix only makes room for it.
  const isAttachment = grid.axes.some((axis) => axis.name === name && axis.isAttachment);
  return nearest && changeBetween(grid, isAttachment ? wish : point, nearest);
}

type Offered = { readonly wanted: Wanted; readonly patch: Point };

function keepsControl(form: ToolForm, draft: ToolDraft, { wanted, patch }: Offered): boolean {
  const field = form.fields.find((it) => it.type === "choice" && it.axis === wanted.name);
  // A control that is not there yet comes with what is put in: the first video brings the question what it is for.
  return field === undefined || !isShown(field, draft) || isShown(field, applyChange(form, draft, patch));
}
