import type { Size } from "./point.ts";

/** The six regions that can move (off-26 §3.2: at most six dynamic masks). */
export const REGIONS = [1, 2, 3, 4, 5, 6] as const;
export type Region = (typeof REGIONS)[number];

/** What may be painted: a region, or the area that must stay still. */
export const STILL = 7;
export type Label = Region | typeof STILL;
export const LABELS: readonly Label[] = [...REGIONS, STILL];

/** Nobody's pixel. */
export const FREE = 0;

/** Who owns each pixel, row by row from the top: `FREE`, a region, or `STILL`. A pixel has one owner, so masks are disjoint. */
export type LabelBuffer = Size & { readonly owners: Uint8Array };

export function emptyLabels({ widthPx, heightPx }: Size): LabelBuffer {
  return { widthPx, heightPx, owners: new Uint8Array(widthPx * heightPx) };
}
