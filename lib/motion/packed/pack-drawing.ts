import type { BrushDocument } from "../document.ts";
import { flattened } from "./flattened.ts";
import { numbersOfOperation } from "./numbers-of-operation.ts";

/** A drawing as a draft carries it: plain JSON, small, and the same on every device. */
export type PackedDrawing = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Base64 of deflated JSON of the operations. */
  readonly steps: string;
};

/** Longest `steps`, in characters: a draft also has to hold what the form holds. */
export const MAX_PACKED_CHARACTERS = 400_000;

/**
 * Packs what is drawn, with the steps that can be undone; a drawing of very many steps as what came out of them. Null when
 * even that is too large, as for noise over millions of pixels.
 */
export async function packDrawing(document: BrushDocument): Promise<PackedDrawing | null> {
  const { widthPx, heightPx } = document.size;
  for (const shape of [() => document, () => flattened(document)]) {
    const steps = await deflated(JSON.stringify(shape().done.map(numbersOfOperation)));
    if (steps.length <= MAX_PACKED_CHARACTERS) return { widthPx, heightPx, steps };
  }
  return null;
}

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (let from = 0; from < bytes.length; from += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(binary);
}

/** Arguments that a call takes at once in every browser. */
const CHUNK = 8_192;
