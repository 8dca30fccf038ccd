import type { Down, Move } from "./brush-event.ts";
import type { BrushState } from "./brush-state.ts";

/** Notes a touch that lands, and that there is a pen. */
export function withFinger(state: BrushState, { kind, pointerId, screen }: Down): BrushState {
  switch (kind) {
    case "mouse":
      return state;
    case "pen":
      return { ...state, isPenSeen: true };
    case "touch":
      return { ...withoutFinger(state, pointerId), fingers: [...state.fingers, { pointerId, screen }] };
  }
}

export function withFingerMoved(state: BrushState, { pointerId, screen }: Move): BrushState {
  if (!state.fingers.some((finger) => finger.pointerId === pointerId)) return state;
  const fingers = state.fingers.map((finger) =>
    finger.pointerId === pointerId ? { pointerId, screen } : finger,
  );
  return { ...state, fingers };
}

export function withoutFinger(state: BrushState, pointerId: number): BrushState {
  return { ...state, fingers: state.fingers.filter((finger) => finger.pointerId !== pointerId) };
}
