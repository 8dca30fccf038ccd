import { FREE, type LabelBuffer } from "../labels.ts";

/** How many pixels each owner has, by its number; `FREE` too. */
export function pixelCounts({ owners }: LabelBuffer): Uint32Array {
  const counts = new Uint32Array(8);
  for (let index = 0; index < owners.length; ) {
    const owner = owners[index] ?? FREE;
    const start = index;
    while (index < owners.length && owners[index] === owner) index += 1;
    counts[owner] = (counts[owner] ?? 0) + index - start;
  }
  return counts;
}
