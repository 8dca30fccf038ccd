import { lassoMove, lassoUp, shapeMove, shapeUp, startLasso, startShape } from "./areas.ts";
import { BUTTON, type Down, type Move, type Up } from "./brush-event.ts";
import { resizeMove, startResizing } from "./brush-size.ts";
import type { BrushState } from "./brush-state.ts";
import { pathDown, pathHover, pathMove, pathUp } from "./draw-path.ts";
import { fillAt } from "./fill-at.ts";
import { withFinger, withFingerMoved, withoutFinger } from "./fingers.ts";
import { holder, holds, interrupted } from "./holding.ts";
import { fingerUp, panMove, pinchMove, startPanning, startPinching } from "./look.ts";
import { handDown, movingMove, movingUp } from "./move-path.ts";
import { paintMove, paintUp, startPainting } from "./paint.ts";
import { polygonHover, polygonPress, polygonUp } from "./polygon.ts";
import { became, ignored, rest, type Step, type World } from "./step.ts";
import { wandPress, wandUp } from "./wand.ts";

export function pointerDown(state: BrushState, event: Down, world: World): Step {
  const seen = withFinger(state, event);
  const held = holder(seen.gesture);
  const isFingers = held === null || seen.fingers.some(({ pointerId }) => pointerId === held);
  if (event.kind === "touch" && seen.fingers.length === 2 && isFingers) return startPinching(seen);
  if (held !== null) return event.kind === "pen" && isFingers ? penFirst(seen, event, world) : became(seen);
  if (isToPan(seen, event)) return startPanning(seen, event);
  if (event.kind === "mouse" && event.button !== BUTTON.main) return ignored(seen);
  return toolDown(seen, event, world);
}

/** A palm lies down before the pen does: what it had begun is taken back, and the pen draws. */
function penFirst(state: BrushState, event: Down, world: World): Step {
  const taken = interrupted(state);
  const step = pointerDown(taken.state, event, world);
  return { ...step, effects: [...taken.effects, ...step.effects] };
}

/** One finger pans instead of drawing as soon as there is a pen to draw with, unless the person says otherwise. */
function isToPan({ isSpaceHeld, touch, isPenSeen }: BrushState, { kind, button }: Down): boolean {
  if (button === BUTTON.middle || (isSpaceHeld && button === BUTTON.main)) return true;
  return kind === "touch" && (touch === "pans" || (touch === "auto" && isPenSeen));
}

function toolDown(state: BrushState, event: Down, world: World): Step {
  switch (state.tool) {
    case "brush":
    case "eraser":
      return event.modifiers.alt ? startResizing(state, event) : startPainting(state, event);
    case "lasso":
      return startLasso(state, event);
    case "rectangle":
    case "ellipse":
      return startShape(state, state.tool, event);
    case "polygon":
      return polygonPress(state, event);
    case "fill":
      return fillAt(state, event, world);
    case "wand":
      return wandPress(state, event);
    case "path":
      return pathDown(state, event, world);
    case "hand":
      return handDown(state, event, world);
  }
}

export function pointerMove(state: BrushState, event: Move): Step {
  const seen = withFingerMoved(state, event);
  const { gesture } = seen;
  if (!holds(gesture, event.pointerId)) return hover(seen, event);
  switch (gesture.mode) {
    case "painting":
      return paintMove(seen, gesture, event);
    case "lasso":
      return lassoMove(seen, gesture, event);
    case "shape":
      return shapeMove(seen, gesture, event);
    case "polygon":
      return polygonHover(seen, gesture, event);
    case "drawing-path":
      return pathMove(seen, gesture, event);
    case "moving-path":
      return movingMove(seen, gesture, event);
    case "panning":
      return panMove(seen, gesture, event);
    case "pinching":
      return pinchMove(seen, gesture);
    case "resizing":
      return resizeMove(seen, gesture, event);
    case "selecting":
    case "idle":
      return ignored(seen);
  }
}

/** What is built tap by tap shows where the next tap would go. */
function hover(state: BrushState, event: Move): Step {
  const { gesture } = state;
  if (gesture.mode === "polygon" && gesture.pointerId === null) return polygonHover(state, gesture, event);
  if (gesture.mode === "drawing-path" && gesture.pointerId === null) return pathHover(state, gesture, event);
  return ignored(state);
}

export function pointerUp(state: BrushState, event: Up, world: World): Step {
  const seen = withoutFinger(state, event.pointerId);
  const { gesture } = seen;
  if (!holds(gesture, event.pointerId)) return ignored(seen);
  switch (gesture.mode) {
    case "painting":
      return paintUp(seen, gesture);
    case "lasso":
      return lassoUp(seen, gesture);
    case "shape":
      return shapeUp(seen, gesture);
    case "polygon":
      return polygonUp(seen, gesture);
    case "drawing-path":
      return pathUp(seen, gesture, world);
    case "moving-path":
      return movingUp(seen, gesture, world);
    case "selecting":
      return wandUp(seen, gesture, event);
    case "panning":
      return became({ ...seen, gesture: gesture.resume });
    case "pinching":
      return fingerUp(seen, gesture, event);
    case "resizing":
      return became(rest(seen));
    case "idle":
      return ignored(seen);
  }
}
