import type { Shape } from "../document.ts";
import { type ImagePoint, imagePoint } from "../point.ts";
import type { Down, Move } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { isRefused, paintOf } from "./paint.ts";
import { became, refused, rest, type Step } from "./step.ts";

export function startLasso(state: BrushState, event: Down): Step {
  const paint = paintOf(state, event);
  if (isRefused(paint)) return refused(state, "label-locked");
  const { pointerId, sample } = event;
  return became({ ...state, gesture: { mode: "lasso", pointerId, paint, corners: [sample.at] } });
}

export function lassoMove(state: BrushState, gesture: GestureOf<"lasso">, { samples }: Move): Step {
  const corners = [...gesture.corners, ...samples.map(({ at }) => at)];
  return became({ ...state, gesture: { ...gesture, corners } });
}

/** Three corners make an area; less was a tap. */
export function lassoUp(state: BrushState, { paint, corners }: GestureOf<"lasso">): Step {
  if (corners.length < 3) return became(rest(state));
  const area: Shape = { shape: "polygon", corners };
  return became(rest(state), { type: "commit", operation: { type: "shape", ...paint, area } });
}

export function startShape(state: BrushState, shape: "rectangle" | "ellipse", event: Down): Step {
  const paint = paintOf(state, event);
  if (isRefused(paint)) return refused(state, "label-locked");
  const { pointerId, sample } = event;
  const gesture = { mode: "shape", pointerId, shape, paint, from: sample.at, to: sample.at } as const;
  return became({ ...state, gesture });
}

/** Shift makes a square or a circle. */
export function shapeMove(
  state: BrushState,
  gesture: GestureOf<"shape">,
  { samples, modifiers }: Move,
): Step {
  const at = samples.at(-1)?.at ?? gesture.to;
  const to = modifiers.shift ? squared(gesture.from, at) : at;
  return became({ ...state, gesture: { ...gesture, to } });
}

export function shapeUp(state: BrushState, { shape, paint, from, to }: GestureOf<"shape">): Step {
  if (from.x === to.x || from.y === to.y) return became(rest(state));
  const area: Shape = { shape, from, to };
  return became(rest(state), { type: "commit", operation: { type: "shape", ...paint, area } });
}

function squared(from: ImagePoint, to: ImagePoint): ImagePoint {
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  const [right, down] = [to.x < from.x ? -1 : 1, to.y < from.y ? -1 : 1];
  return imagePoint(from.x + side * right, from.y + side * down);
}
