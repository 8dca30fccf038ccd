import { FREE, type Label, type LabelBuffer } from "../labels.ts";
import type { PixelRect } from "./pixel-rect.ts";

/** Who shall own the pixels (`null`: nobody) and whose pixels must be left alone. */
export type Paint = { readonly label: Label | null; readonly locked: readonly Label[] };

/** Paints whole pieces of rows and remembers the rectangle around all it painted. Pieces may lie outside the picture. */
export type Painter = {
  /** Columns from `from` up to, not including, `to`. */
  readonly row: (row: number, from: number, to: number) => void;
  readonly area: () => PixelRect | null;
};

export function painterOf({ widthPx, heightPx, owners }: LabelBuffer, { label, locked }: Paint): Painter {
  const owner = label ?? FREE;
  let [left, top, right, bottom] = [widthPx, heightPx, 0, 0];
  return {
    row: (row, from, to) => {
      const start = Math.max(0, from);
      const end = Math.min(widthPx, to);
      if (row < 0 || row >= heightPx || start >= end) return;
      if (start < left) left = start;
      if (end > right) right = end;
      if (row < top) top = row;
      if (row >= bottom) bottom = row + 1;
      const first = row * widthPx + start;
      if (locked.length === 0) owners.fill(owner, first, first + end - start);
      else fillUnlocked({ owners, owner, locked }, first, first + end - start);
    },
    area: () => (left < right ? { left, top, right, bottom } : null),
  };
}

type Guarded = { readonly owners: Uint8Array; readonly owner: number; readonly locked: readonly Label[] };

function fillUnlocked({ owners, owner, locked }: Guarded, from: number, to: number): void {
  const lockedBits = locked.reduce((bits, label) => bits | (1 << label), 0);
  for (let index = from; index < to; index += 1) {
    if (((lockedBits >> (owners[index] ?? FREE)) & 1) === 0) owners[index] = owner;
  }
}
