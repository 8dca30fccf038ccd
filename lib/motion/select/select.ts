import type { Run } from "../document.ts";
import { growPatches } from "./grow.ts";
import type { PreparedSelection, SelectionWish } from "./prepared.ts";
import { runsAtFullSize } from "./runs-at-full-size.ts";

/**
 * What a person means by their taps: the connected pixels of like colour around the wanted points, kept apart from the
 * unwanted ones, with a border that follows the picture's edges at full size.
 * @returns runs over the full-size picture that rise and do not touch; none without a wanted point
 */
export function select(prepared: PreparedSelection, wish: SelectionWish): Run[] {
  if (wish.positive.length === 0) return [];
  return runsAtFullSize(prepared, maskOf(growPatches(prepared, wish), prepared.superpixels.patchOf));
}

function maskOf(selected: Uint8Array, patchOf: Int32Array): Uint8Array {
  const mask = new Uint8Array(patchOf.length);
  for (let pixel = 0; pixel < mask.length; pixel += 1) mask[pixel] = selected[patchOf[pixel] ?? 0] ?? 0;
  return mask;
}
