import { combinationOfDraft, type Draft } from "./draft.ts";
import { fixFor } from "./fix.ts";
import type { ClipKind } from "./task-kinds.ts";
import { refusals } from "./verdict.ts";

/**
 * The same draft as another kind of task, with the mildest change that makes it legal there (such as another model).
 * Pictures stay in the draft while the kind does not use them.
 */
export function switchKind(draft: Draft, kind: ClipKind): Draft {
  const switched = { ...draft, kind };
  const combination = combinationOfDraft(switched);
  if (refusals(combination).length === 0) return switched;
  return { ...switched, ...fixFor(combination)?.patch };
}
