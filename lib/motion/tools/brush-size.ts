import type { Down, Move } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { became, type Step } from "./step.ts";

const LEAST_PX = 0.5;

/** Alt and a drag: to the right is bigger, by as much as the pointer moves on the picture. */
export function startResizing(state: BrushState, { pointerId, screen }: Down): Step {
  const gesture = { mode: "resizing", pointerId, from: screen, radiusPx: state.brushRadiusPx } as const;
  return became({ ...state, gesture });
}

export function resizeMove(state: BrushState, gesture: GestureOf<"resizing">, { screen }: Move): Step {
  return became(withRadius(state, gesture.radiusPx + (screen.x - gesture.from.x) / state.view.scale));
}

/** Between one pixel across and half the picture's longer side. */
export function withRadius(state: BrushState, radiusPx: number): BrushState {
  const most = Math.max(state.picture.widthPx, state.picture.heightPx) / 2;
  return { ...state, brushRadiusPx: Math.min(most, Math.max(LEAST_PX, radiusPx)) };
}
