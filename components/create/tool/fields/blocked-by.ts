import type { GridChoice } from "#lib/kling/kinds/grid/choices.ts";
import type { Localized } from "#lib/shared/localized.ts";
import type { BlockedSlot } from "../../stage/frame-slot-props.ts";
import type { Tool } from "../use-tool.ts";

type Wiring = {
  readonly words: (text: Localized) => string;
  readonly dispatch: Tool["dispatch"];
};

/** Why a place cannot take one more now, and the change after which it can. */
export function blockedBy(choice: GridChoice | null, { words, dispatch }: Wiring): BlockedSlot | null {
  if (choice === null || choice.allowed) return null;
  const { fix, reason } = choice;
  if (fix === undefined) return { reason: words(reason), fixLabel: undefined, onFix: undefined };
  return {
    reason: words(reason),
    fixLabel: words(fix.label),
    onFix: () => dispatch({ type: "change", patch: fix.patch }),
  };
}
