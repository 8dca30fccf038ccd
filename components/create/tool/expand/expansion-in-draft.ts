import { type Edge, EXPANSION_FIELDS, type Expansion } from "#lib/kling/expansion.ts";
import type { Patch } from "#lib/kling/forms/field.ts";
import type { KnownFiles } from "#lib/kling/forms/form-files.ts";
import { readPath, type ToolDraft, textAt } from "#lib/kling/forms/tool-draft.ts";
import type { ImageSize } from "#lib/kling/output.ts";

/** What the draft says of the frame. */
export function expansionOf(draft: ToolDraft): Expansion {
  const at = (edge: Edge): number => {
    const ratio = readPath(draft, EXPANSION_FIELDS[edge]);
    return typeof ratio === "number" ? ratio : 0;
  };
  return { up: at("up"), down: at("down"), left: at("left"), right: at("right") };
}

export function patchOfExpansion(expansion: Expansion): Patch {
  return {
    [EXPANSION_FIELDS.up]: expansion.up,
    [EXPANSION_FIELDS.down]: expansion.down,
    [EXPANSION_FIELDS.left]: expansion.left,
    [EXPANSION_FIELDS.right]: expansion.right,
  };
}

/** Of a picture whose measures nobody knows only the shares can be shown; a square stands for it, as in its plan. */
const UNKNOWN_SIZE: ImageSize = { widthPx: 1024, heightPx: 1024 };

export function pictureOf(draft: ToolDraft, known: KnownFiles): { reference: string; size: ImageSize } {
  const reference = textAt(draft, "image");
  const { widthPx, heightPx } = known[reference] ?? { widthPx: null, heightPx: null };
  return { reference, size: widthPx && heightPx ? { widthPx, heightPx } : UNKNOWN_SIZE };
}
