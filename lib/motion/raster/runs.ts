import type { Run } from "../document.ts";
import { FREE, type Label, type LabelBuffer } from "../labels.ts";
import { type Paint, painterOf } from "./painter.ts";
import type { PixelRect } from "./pixel-rect.ts";

/** A run may go on over the ends of rows. */
export function paintRuns(labels: LabelBuffer, paint: Paint, runs: readonly Run[]): PixelRect | null {
  const painter = painterOf(labels, paint);
  for (const [start, length] of runs) {
    const end = Math.min(start + length, labels.owners.length);
    for (let from = start; from < end; ) {
      const row = Math.floor(from / labels.widthPx);
      const rowStart = row * labels.widthPx;
      const to = Math.min(end, rowStart + labels.widthPx);
      painter.row(row, from - rowStart, to - rowStart);
      from = to;
    }
  }
  return painter.area();
}

/** Frees all pixels of an owner, also of a locked one: a lock keeps others away, it does not keep from deleting. */
export function clearLabel({ widthPx, owners }: LabelBuffer, label: Label): PixelRect | null {
  const first = owners.indexOf(label);
  if (first < 0) return null;
  const last = owners.lastIndexOf(label);
  let [left, right] = [widthPx, 0];
  for (let index = first; index <= last; index += 1) {
    if (owners[index] !== label) continue;
    const column = index % widthPx;
    if (column < left) left = column;
    if (column >= right) right = column + 1;
    owners[index] = FREE;
  }
  return { left, top: Math.floor(first / widthPx), right, bottom: Math.floor(last / widthPx) + 1 };
}
