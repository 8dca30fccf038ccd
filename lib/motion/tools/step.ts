import type { Paths } from "../history/paths.ts";
import type { LabelBuffer } from "../labels.ts";
import type { BrushEffect, Hint } from "./brush-effect.ts";
import type { BrushState } from "./brush-state.ts";

/** What tools look at and never change; a `BrushHistory` is one. */
export type World = { readonly labels: LabelBuffer; readonly paths: Paths };

/** `isHandled`: the browser must not do its own thing with the event. */
export type Step = {
  readonly state: BrushState;
  readonly effects: readonly BrushEffect[];
  readonly isHandled: boolean;
};

export function became(state: BrushState, ...effects: readonly BrushEffect[]): Step {
  return { state, effects, isHandled: true };
}

export function ignored(state: BrushState): Step {
  return { state, effects: [], isHandled: false };
}

export function refused(state: BrushState, hint: Hint): Step {
  return became(state, { type: "hint", hint });
}

export function rest(state: BrushState): BrushState {
  return { ...state, gesture: { mode: "idle" } };
}
