import { FREE, type LabelBuffer } from "../labels.ts";
import { runEnd, wordsOf } from "../raster/run-end.ts";

/** How many pixels each owner has, by its number; `FREE` too. */
export function pixelCounts({ owners }: LabelBuffer): Uint32Array {
  const counts = new Uint32Array(8);
  const words = wordsOf(owners);
  for (let from = 0; from < owners.length; ) {
    const owner = owners[from] ?? FREE;
    const to = runEnd({ owners, words, from, end: owners.length });
    counts[owner] = (counts[owner] ?? 0) + to - from;
    from = to;
  }
  return counts;
}
