import { LABELS, STILL } from "../labels.ts";
import type { BrushEvent } from "./brush-event.ts";
import { withRadius } from "./brush-size.ts";
import type { BrushState, Tool } from "./brush-state.ts";
import { chooseLabel, chooseTool, stepBack, stepForward } from "./choose.ts";
import { pathFinished } from "./draw-path.ts";
import { abandoned } from "./holding.ts";
import { addPoint, nudge, removeChosen, reverseChosen, walkChosen } from "./keyboard-path.ts";
import { show } from "./look.ts";
import { polygonClosed } from "./polygon.ts";
import { became, ignored, type Step, type World } from "./step.ts";
import { selectionApplied } from "./wand.ts";

type KeyDown = Extract<BrushEvent, { type: "key-down" }>;

export const TOOL_KEYS: Readonly<Record<string, Tool>> = {
  b: "brush",
  e: "eraser",
  l: "lasso",
  p: "path",
  w: "wand",
  h: "hand",
};

const SIZE_STEP = 1.2;

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function keyDown(state: BrushState, event: KeyDown, world: World): Step {
  const { key, modifiers } = event;
  const letter = key.toLowerCase();
  if (modifiers.control) return controlKey(state, letter, modifiers.shift);
  const arrow = ARROWS[key];
  if (arrow !== undefined) return nudge(state, { ...arrow, isFar: modifiers.shift }, world);
  const tool = TOOL_KEYS[letter];
  if (tool !== undefined) return chooseTool(state, tool);
  const label = key === "0" ? STILL : LABELS.find((one) => one !== STILL && String(one) === key);
  if (label !== undefined) return chooseLabel(state, label);
  switch (letter) {
    case " ":
      return became({ ...state, isSpaceHeld: true });
    case "escape":
      return giveUp(state);
    case "enter":
      return enter(state, world);
    case "tab":
      return walkChosen(state, modifiers.shift ? -1 : 1, world);
    case "delete":
    case "backspace":
      return state.gesture.mode === "idle" ? removeChosen(state, world) : stepBack(state);
    case "r":
      return reverseChosen(state, world);
    case "[":
      return became(withRadius(state, state.brushRadiusPx / SIZE_STEP));
    case "]":
      return became(withRadius(state, state.brushRadiusPx * SIZE_STEP));
    case "+":
    case "=":
      return became(show(state, "nearer"));
    case "-":
      return became(show(state, "farther"));
  }
  return ignored(state);
}

export function keyUp(state: BrushState, key: string): Step {
  return key === " " ? became({ ...state, isSpaceHeld: false }) : ignored(state);
}

function controlKey(state: BrushState, letter: string, isShift: boolean): Step {
  if (letter === "z") return isShift ? stepForward(state) : stepBack(state);
  return letter === "y" ? stepForward(state) : ignored(state);
}

/** First what is in progress, then what is chosen; then the key is the page's again. */
function giveUp(state: BrushState): Step {
  if (state.gesture.mode !== "idle") return abandoned(state);
  return state.chosen === null ? ignored(state) : became({ ...state, chosen: null });
}

function enter(state: BrushState, world: World): Step {
  const { gesture } = state;
  switch (gesture.mode) {
    case "polygon":
      return polygonClosed(state, gesture);
    case "drawing-path":
      return pathFinished(state, gesture, world);
    case "selecting":
      return selectionApplied(state, gesture);
    case "idle":
      return addPoint(state, world);
    case "painting":
    case "lasso":
    case "shape":
    case "moving-path":
    case "panning":
    case "pinching":
    case "resizing":
      return ignored(state);
  }
}
