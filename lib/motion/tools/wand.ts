import type { Down, Up } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { isRefused, paintOf } from "./paint.ts";
import { became, refused, rest, type Step } from "./step.ts";

/** Whoever holds longer means: not this. */
const LONG_PRESS_MS = 500;

/** Alt says the same as holding, for those who do not want to wait. */
export function wandPress(state: BrushState, event: Down): Step {
  if (isRefused(paintOf(state, event))) return refused(state, "label-locked");
  const { pointerId, timeMs, sample, modifiers } = event;
  const press = { pointerId, timeMs, seed: { at: sample.at, isNegative: modifiers.alt } };
  const { seeds, runs } = state.gesture.mode === "selecting" ? state.gesture : { seeds: [], runs: [] };
  return became({ ...state, gesture: { mode: "selecting", seeds, runs, press } });
}

export function wandUp(state: BrushState, gesture: GestureOf<"selecting">, { timeMs }: Up): Step {
  const { press, seeds } = gesture;
  if (press === null) return became(state);
  const isNegative = press.seed.isNegative || timeMs - press.timeMs >= LONG_PRESS_MS;
  const seed = { ...press.seed, isNegative };
  return became({ ...state, gesture: { ...gesture, press: null, seeds: [...seeds, seed] } });
}

/** What was found becomes the label's; nothing found, nothing done. */
export function selectionApplied(state: BrushState, { runs }: GestureOf<"selecting">): Step {
  if (runs.length === 0) return became(rest(state));
  const { label, locked } = state;
  return became(rest(state), { type: "commit", operation: { type: "runs", label, locked, runs } });
}

export function withoutLastSeed(state: BrushState, gesture: GestureOf<"selecting">): Step {
  const seeds = gesture.seeds.slice(0, -1);
  if (seeds.length === 0) return became(rest(state));
  return became({ ...state, gesture: { ...gesture, seeds } });
}
