import type { BrushState, Gesture } from "./brush-state.ts";
import { became, type Step } from "./step.ts";

/** The pointer that a gesture waits for; the first of two. `null`: it waits for none. */
export function holder(gesture: Gesture): number | null {
  switch (gesture.mode) {
    case "idle":
      return null;
    case "selecting":
      return gesture.press?.pointerId ?? null;
    case "pinching":
      return gesture.fingers[0].pointerId;
    case "painting":
    case "lasso":
    case "polygon":
    case "shape":
    case "drawing-path":
    case "moving-path":
    case "panning":
    case "resizing":
      return gesture.pointerId;
  }
}

export function holds(gesture: Gesture, pointerId: number): boolean {
  if (gesture.mode === "pinching") return gesture.fingers.some((finger) => finger.pointerId === pointerId);
  return holder(gesture) === pointerId;
}

/** The gesture without what its pointer was doing: whatever is built tap by tap stays, the rest is given up. */
export function resting(gesture: Gesture): Gesture {
  switch (gesture.mode) {
    case "polygon":
      return gesture.corners.length === 0 ? { mode: "idle" } : { ...gesture, pointerId: null };
    case "drawing-path":
      return gesture.isFreehand || gesture.points.length === 0
        ? { mode: "idle" }
        : { ...gesture, pointerId: null };
    case "selecting":
      return gesture.seeds.length === 0 ? { mode: "idle" } : { ...gesture, press: null };
    case "panning":
    case "pinching":
      return gesture.resume;
    case "idle":
    case "painting":
    case "lasso":
    case "shape":
    case "moving-path":
    case "resizing":
      return { mode: "idle" };
  }
}

/** The browser took the pointer away, or a second finger says that the first did not mean to draw. */
export function interrupted(state: BrushState): Step {
  const next = { ...state, gesture: resting(state.gesture) };
  return state.gesture.mode === "painting" ? became(next, { type: "take-back" }) : became(next);
}

/** Gives up everything that is not in the document. */
export function abandoned(state: BrushState): Step {
  return became({ ...state, gesture: { mode: "idle" } }, { type: "take-back" });
}
