import type { Label } from "../labels.ts";
import type { BrushState, Tool } from "./brush-state.ts";
import { abandoned } from "./holding.ts";
import { became, rest, type Step } from "./step.ts";
import { withoutLastSeed } from "./wand.ts";

/** Another tool gives up what the one before had not finished. */
export function chooseTool(state: BrushState, tool: Tool): Step {
  const step = abandoned(state);
  return { ...step, state: { ...step.state, tool } };
}

/** A path in progress is a region's: it ends. What is being painted goes on with the label that it began with. */
export function chooseLabel(state: BrushState, label: Label): Step {
  const next = state.gesture.mode === "drawing-path" ? rest(state) : state;
  return became({ ...next, label, chosen: null });
}

/** Undo: in the middle of something its last part, otherwise the last step of the document. */
export function stepBack(state: BrushState): Step {
  const { gesture } = state;
  switch (gesture.mode) {
    case "idle":
      return became(state, { type: "undo" });
    case "polygon": {
      const corners = gesture.corners.slice(0, -1);
      return became(corners.length === 0 ? rest(state) : { ...state, gesture: { ...gesture, corners } });
    }
    case "drawing-path": {
      const points = gesture.isFreehand ? [] : gesture.points.slice(0, -1);
      return became(points.length === 0 ? rest(state) : { ...state, gesture: { ...gesture, points } });
    }
    case "selecting":
      return withoutLastSeed(state, gesture);
    case "painting":
    case "lasso":
    case "shape":
    case "moving-path":
    case "panning":
    case "pinching":
    case "resizing":
      return abandoned(state);
  }
}

export function stepForward(state: BrushState): Step {
  return state.gesture.mode === "idle" ? became(state, { type: "redo" }) : became(state);
}
