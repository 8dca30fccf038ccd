import { type ImagePoint, imagePoint } from "../point.ts";
import type { Down, Modifiers, Move } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { handleReachPx } from "./hit.ts";
import { isRefused, paintOf } from "./paint.ts";
import { became, refused, rest, type Step } from "./step.ts";

/** A press begins a corner, its end sets it: so a second finger can still make a pinch of it. */
export function polygonPress(state: BrushState, event: Down): Step {
  const { gesture } = state;
  const { pointerId, sample, modifiers } = event;
  if (gesture.mode === "polygon") {
    const next = straightened(gesture.corners.at(-1), sample.at, modifiers);
    return became({ ...state, gesture: { ...gesture, pointerId, next } });
  }
  const paint = paintOf(state, event);
  if (isRefused(paint)) return refused(state, "label-locked");
  return became({ ...state, gesture: { mode: "polygon", pointerId, paint, corners: [], next: sample.at } });
}

export function polygonHover(
  state: BrushState,
  gesture: GestureOf<"polygon">,
  { samples, modifiers }: Move,
): Step {
  const at = samples.at(-1)?.at;
  const next = at === undefined ? gesture.next : straightened(gesture.corners.at(-1), at, modifiers);
  return became({ ...state, gesture: { ...gesture, next } });
}

/** Back on the first corner, or twice on the same place: the polygon is closed. */
export function polygonUp(state: BrushState, gesture: GestureOf<"polygon">): Step {
  const { corners, next } = gesture;
  const { scale } = state.view;
  const isClosing =
    isNear(corners.at(0), next, handleReachPx("mouse") / scale) ||
    isNear(corners.at(-1), next, SAME_PLACE_PX / scale);
  if (isClosing && corners.length >= 3) return polygonClosed(state, gesture);
  if (isClosing) return became({ ...state, gesture: { ...gesture, pointerId: null } });
  return became({ ...state, gesture: { ...gesture, pointerId: null, corners: [...corners, next] } });
}

/** CSS pixels between the two taps of a double tap. */
const SAME_PLACE_PX = 4;

function isNear(corner: ImagePoint | undefined, at: ImagePoint, reachPx: number): boolean {
  return corner !== undefined && Math.hypot(corner.x - at.x, corner.y - at.y) <= reachPx;
}

/** Less than three corners are no area; the polygon goes on. */
export function polygonClosed(state: BrushState, { corners, paint }: GestureOf<"polygon">): Step {
  if (corners.length < 3) return became(state);
  const area = { shape: "polygon", corners } as const;
  return became(rest(state), { type: "commit", operation: { type: "shape", ...paint, area } });
}

const EIGHTH_TURN = Math.PI / 4;

/** With shift, the nearest place that lies from the one before in a direction of 45 degrees. */
export function straightened(
  before: ImagePoint | undefined,
  at: ImagePoint,
  { shift }: Modifiers,
): ImagePoint {
  if (!shift || before === undefined) return at;
  const [dx, dy] = [at.x - before.x, at.y - before.y];
  const angle = Math.round(Math.atan2(dy, dx) / EIGHTH_TURN) * EIGHTH_TURN;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const along = dx * ux + dy * uy;
  return imagePoint(before.x + ux * along, before.y + uy * along);
}
