import { FREE } from "../labels.ts";
import type { Down } from "./brush-event.ts";
import type { BrushState } from "./brush-state.ts";
import { ownerAt } from "./hit.ts";
import { isRefused, paintOf } from "./paint.ts";
import { became, refused, type Step, type World } from "./step.ts";

/** Fills what hangs together under the pointer; what is the label's already, or locked, is left alone. */
export function fillAt(state: BrushState, event: Down, { labels }: World): Step {
  const paint = paintOf(state, event);
  const owner = ownerAt(labels, event.sample.at);
  if (owner === null || owner === (paint.label ?? FREE)) return became(state);
  if (isRefused(paint) || paint.locked.some((label) => label === owner))
    return refused(state, "label-locked");
  return became(state, { type: "commit", operation: { type: "fill", ...paint, at: event.sample.at } });
}
