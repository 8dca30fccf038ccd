import { screenPoint } from "#lib/motion/view/view.ts";
import type { BrushSession } from "../session/brush-session.ts";
import { modifiersOf, pointerDown, pointerMove, pointerUp, screenOf } from "./pointer-events.ts";
import type { Cursor } from "./stage-painter.ts";

type Listen = {
  readonly stage: HTMLElement;
  readonly session: BrushSession;
  /** Told where the pointer is; null when it has left. */
  readonly onCursor: (cursor: Cursor | null) => void;
  readonly signal: AbortSignal;
};

/** Hands what happens on the stage to the session, in the words of the tools. */
export function listenToStage({ stage, session, onCursor, signal }: Listen): void {
  let box = stage.getBoundingClientRect();
  const frame = () => ({ stage: box, view: session.state().view });
  const options = { signal, passive: false };

  stage.addEventListener(
    "pointerdown",
    (event) => {
      if (event.target !== stage) return; // a button on the stage: captured, its click would never reach it
      box = stage.getBoundingClientRect();
      stage.focus({ preventScroll: true });
      capture(stage, event.pointerId);
      if (session.dispatch(pointerDown(event, frame()))) event.preventDefault();
      onCursor(cursorOf(event, box, true));
    },
    options,
  );
  stage.addEventListener(
    "pointermove",
    (event) => {
      session.dispatch(pointerMove(event, frame()));
      onCursor(cursorOf(event, box, event.buttons !== 0));
    },
    options,
  );
  stage.addEventListener(
    "pointerup",
    (event) => {
      session.dispatch(pointerUp(event, frame()));
      onCursor(event.pointerType === "touch" ? null : cursorOf(event, box, false));
    },
    options,
  );
  stage.addEventListener(
    "pointercancel",
    ({ pointerId }) => {
      session.dispatch({ type: "pointer-cancel", pointerId });
      onCursor(null);
    },
    options,
  );
  stage.addEventListener(
    "pointerenter",
    () => {
      box = stage.getBoundingClientRect();
    },
    options,
  );
  stage.addEventListener("pointerleave", () => onCursor(null), options);
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      box = stage.getBoundingClientRect();
      const screen = screenOf(event, { stage: box });
      session.dispatch({ type: "wheel", screen, deltaY: pixelsOf(event), isPinch: event.ctrlKey });
    },
    options,
  );
  // A long press is a tool's business here, never the menu's.
  stage.addEventListener("contextmenu", (event) => event.preventDefault(), options);
  stage.addEventListener(
    "keydown",
    (event) => {
      if (session.dispatch({ type: "key-down", key: event.key, modifiers: modifiersOf(event) }))
        event.preventDefault();
    },
    options,
  );
  stage.addEventListener("keyup", ({ key }) => void session.dispatch({ type: "key-up", key }), options);
  // Whoever lets the space bar go elsewhere is not heard here.
  stage.addEventListener("blur", () => void session.dispatch({ type: "key-up", key: " " }), options);
}

function cursorOf(event: PointerEvent, box: DOMRect, isDown: boolean): Cursor {
  return {
    at: screenPoint(event.clientX - box.left, event.clientY - box.top),
    isTouch: event.pointerType === "touch",
    isDown,
    pressure: event.pointerType === "pen" ? event.pressure : null,
  };
}

/** Fails for pointers that a test or an assistive tool has made up; they work without. */
function capture(stage: HTMLElement, pointerId: number): void {
  try {
    stage.setPointerCapture(pointerId);
  } catch {
    return; // no such pointer: its events come here anyway
  }
}

/** Wheels count in pixels, lines or pages. */
function pixelsOf({ deltaY, deltaMode }: WheelEvent): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return deltaY * 16;
  if (deltaMode === WheelEvent.DOM_DELTA_PAGE) return deltaY * 400;
  return deltaY;
}
