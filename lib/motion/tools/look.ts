import type { Size } from "../point.ts";
import {
  actualSize,
  type Frame,
  fitted,
  panBy,
  type ScreenPoint,
  screenPoint,
  zoomAt,
} from "../view/view.ts";
import type { BrushEvent, Down, Move, Up } from "./brush-event.ts";
import type { BrushState, Finger, GestureOf } from "./brush-state.ts";
import { resting } from "./holding.ts";
import { became, type Step } from "./step.ts";

export function startPanning(state: BrushState, { pointerId, screen }: Down): Step {
  const resume = resting(state.gesture);
  return became({ ...state, gesture: { mode: "panning", pointerId, screen, resume } });
}

export function panMove(state: BrushState, gesture: GestureOf<"panning">, { screen }: Move): Step {
  const view = panBy(state.view, state, { x: screen.x - gesture.screen.x, y: screen.y - gesture.screen.y });
  return became({ ...state, view, gesture: { ...gesture, screen } });
}

/** Two fingers are down: what the first one had begun is taken back. */
export function startPinching(state: BrushState): Step {
  const [first, second] = state.fingers;
  if (first === undefined || second === undefined) return became(state);
  const resume = resting(state.gesture);
  const next = { ...state, gesture: { mode: "pinching", fingers: [first, second], resume } } as const;
  return state.gesture.mode === "painting" ? became(next, { type: "take-back" }) : became(next);
}

/** The place between the fingers stays between them. */
export function pinchMove(state: BrushState, gesture: GestureOf<"pinching">): Step {
  const fingers = [nowOf(state, gesture.fingers[0]), nowOf(state, gesture.fingers[1])] as const;
  const before = between(gesture.fingers);
  const after = between(fingers);
  const factor = before.apart === 0 ? 1 : after.apart / before.apart;
  const zoomed = zoomAt(state.view, state, { at: before.middle, factor });
  const step = { x: after.middle.x - before.middle.x, y: after.middle.y - before.middle.y };
  return became({ ...state, view: panBy(zoomed, state, step), gesture: { ...gesture, fingers } });
}

/** The finger that stays goes on panning. */
export function fingerUp(
  state: BrushState,
  { fingers, resume }: GestureOf<"pinching">,
  { pointerId }: Up,
): Step {
  const left = nowOf(state, fingers[0].pointerId === pointerId ? fingers[1] : fingers[0]);
  return became({ ...state, gesture: { mode: "panning", ...left, resume } });
}

function nowOf({ fingers }: BrushState, finger: Finger): Finger {
  return fingers.find(({ pointerId }) => pointerId === finger.pointerId) ?? finger;
}

function between([a, b]: readonly [Finger, Finger]): { middle: ScreenPoint; apart: number } {
  return {
    middle: screenPoint((a.screen.x + b.screen.x) / 2, (a.screen.y + b.screen.y) / 2),
    apart: Math.hypot(a.screen.x - b.screen.x, a.screen.y - b.screen.y),
  };
}

/** Factors of one CSS pixel of wheel; a trackpad's pinch sends few of them. */
const WHEEL_ZOOM = 0.0015;
const PINCH_ZOOM = 0.01;

export function wheel(
  state: BrushState,
  { screen, deltaY, isPinch }: Extract<BrushEvent, { type: "wheel" }>,
): BrushState {
  const factor = Math.exp(-deltaY * (isPinch ? PINCH_ZOOM : WHEEL_ZOOM));
  return { ...state, view: zoomAt(state.view, state, { at: screen, factor }) };
}

const ZOOM_STEP = 1.25;

export function show(state: BrushState, what: Extract<BrushEvent, { type: "show" }>["what"]): BrushState {
  switch (what) {
    case "all":
      return { ...state, view: fitted(state) };
    case "actual-size":
      return { ...state, view: actualSize(state.view, state) };
    case "nearer":
      return zoomedBy(state, ZOOM_STEP);
    case "farther":
      return zoomedBy(state, 1 / ZOOM_STEP);
  }
}

function zoomedBy(state: BrushState, factor: number): BrushState {
  const at = screenPoint(state.canvas.widthPx / 2, state.canvas.heightPx / 2);
  return { ...state, view: zoomAt(state.view, state, { at, factor }) };
}

/** The place in the middle of the canvas stays there; a picture that was shown whole is shown whole again. */
export function withCanvas(state: BrushState, canvas: Size): BrushState {
  const frame: Frame = { canvas, picture: state.picture };
  const whole = fitted(state);
  const isWhole = whole.scale === state.view.scale && whole.left === state.view.left;
  if (isWhole) return { ...state, canvas, view: fitted(frame) };
  const step = {
    x: (canvas.widthPx - state.canvas.widthPx) / 2,
    y: (canvas.heightPx - state.canvas.heightPx) / 2,
  };
  return { ...state, canvas, view: panBy(state.view, frame, step) };
}
