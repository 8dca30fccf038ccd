import type { BrushDocument } from "#lib/motion/document.ts";
import { unpackDrawing } from "#lib/motion/packed/unpack-drawing.ts";
import type { CreateState } from "../create-state.ts";
import { parseStoredState } from "../stored-state.ts";

export type ReadClip = { readonly state: CreateState; readonly drawing: BrushDocument | null };

/** What a clip's draft carries, read field by field: anybody of the team may have written it. Null when it is none. */
export async function readClip(value: unknown): Promise<ReadClip | null> {
  if (typeof value !== "object" || value === null || !("form" in value)) return null;
  const state = parseStoredState(value.form);
  if (state === null) return null;
  return { state, drawing: "drawing" in value ? await unpackDrawing(value.drawing) : null };
}
