import type { GridChoice } from "#lib/kling/kinds/grid/choices.ts";
import type { Localized } from "#lib/shared/localized.ts";
import type { BlockedSlot } from "../../stage/frame-slot-props.ts";
import type { Tool } from "../use-tool.ts";

type Wiring = {
  readonly words: (text: Localized) => string;
  readonly dispatch: Tool["dispatch"];
  /** What is asked for: the fix makes room for it, and the person puts it in. */
  readonly axis: string | undefined;
};

/** Why a place cannot take one more now, and the change after which it can. */
export function blockedBy(
  choice: GridChoice | null,
  { words, dispatch, axis = "" }: Wiring,
): BlockedSlot | null {
  if (choice === null || choice.allowed) return null;
  const { fix, reason } = choice;
  if (fix === undefined) return { reason: words(reason), fixLabel: undefined, onFix: undefined };
  const { [axis]: _wanted, ...patch } = fix.patch;
  return {
    reason: words(reason),
    fixLabel: words(fix.label),
    onFix: () => dispatch({ type: "change", patch }),
  };
}
