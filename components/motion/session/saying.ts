import type { BrushDocument, Operation } from "#lib/motion/document.ts";
import type { Hint } from "#lib/motion/tools/brush-effect.ts";

/** What is told to those who do not see the picture change. */
export type Saying =
  | { readonly type: "done" | "undone" | "redone"; readonly operation: Operation }
  | { readonly type: "hint"; readonly hint: Hint };

/** What has happened between two states of a document, as a person would put it. */
export function describeChange(before: BrushDocument, after: BrushDocument): Saying | null {
  if (before === after) return null;
  const last = after.done.at(-1);
  if (after.done.length < before.done.length) {
    const operation = before.done.at(-1);
    return operation === undefined ? null : { type: "undone", operation };
  }
  if (last === undefined) return null;
  const isRedo = after.undone.length < before.undone.length && before.undone.at(-1) === last;
  return { type: isRedo ? "redone" : "done", operation: last };
}
