import type { BrushEvent } from "./brush-event.ts";
import { withRadius } from "./brush-size.ts";
import type { BrushState } from "./brush-state.ts";
import { chooseLabel, chooseTool, stepBack, stepForward } from "./choose.ts";
import { withoutFinger } from "./fingers.ts";
import { abandoned, holds, interrupted } from "./holding.ts";
import { keyDown, keyUp } from "./keys.ts";
import { show, wheel, withCanvas } from "./look.ts";
import { pointerDown, pointerMove, pointerUp } from "./pointers.ts";
import { became, ignored, type Step, type World } from "./step.ts";

/** What an event makes of the tools, and what it asks to be done to the document. */
export function reduceBrush(state: BrushState, event: BrushEvent, world: World): Step {
  switch (event.type) {
    case "pointer-down":
      return pointerDown(state, event, world);
    case "pointer-move":
      return pointerMove(state, event);
    case "pointer-up":
      return pointerUp(state, event, world);
    case "pointer-cancel":
      return pointerCancel(withoutFinger(state, event.pointerId), event.pointerId);
    case "wheel":
      return became(wheel(state, event));
    case "key-down":
      return keyDown(state, event, world);
    case "key-up":
      return keyUp(state, event.key);
    case "choose-tool":
      return chooseTool(state, event.tool);
    case "choose-label":
      return chooseLabel(state, event.label);
    case "set-locked":
      return became({ ...state, locked: event.locked });
    case "set-hidden":
      return became({ ...state, hidden: event.hidden });
    case "set-brush-radius":
      return became(withRadius(state, event.radiusPx));
    case "set-touch":
      return became({ ...state, touch: event.touch });
    case "canvas-resized":
      return became(withCanvas(state, event.canvas));
    case "show":
      return became(show(state, event.what));
    case "operate":
      return operate(state, event);
    case "undo":
      return stepBack(state);
    case "redo":
      return stepForward(state);
    case "selection-found":
      return selectionFound(state, event);
  }
}

function pointerCancel(state: BrushState, pointerId: number): Step {
  return holds(state.gesture, pointerId) ? interrupted(state) : ignored(state);
}

function operate(state: BrushState, { operations }: Extract<BrushEvent, { type: "operate" }>): Step {
  const { state: idle, effects } = abandoned(state);
  const commits = operations.map((operation) => ({ type: "commit", operation }) as const);
  return became(idle, ...effects, ...commits);
}

function selectionFound(state: BrushState, { runs }: Extract<BrushEvent, { type: "selection-found" }>): Step {
  if (state.gesture.mode !== "selecting") return became(state); // it came too late
  return became({ ...state, gesture: { ...state.gesture, runs } });
}
