import type { LabelBuffer } from "../labels.ts";
import { FREE } from "../labels.ts";
import type { PixelRect } from "../raster/pixel-rect.ts";
import { runEnd, wordsOf } from "../raster/run-end.ts";

/** The owners of a piece of the picture, run by run over its rows: a few kilobytes instead of megabytes. */
export type PackedArea = { readonly area: PixelRect; readonly bytes: Uint8Array };

const OWNER_BITS = 3;
const GROUP_BITS = 7;
const MORE = 1 << GROUP_BITS;

export function packArea({ widthPx, owners }: LabelBuffer, area: PixelRect): PackedArea {
  const words = wordsOf(owners);
  const bytes: number[] = [];
  let owner = owners[area.top * widthPx + area.left] ?? FREE;
  let length = 0;
  for (let row = area.top; row < area.bottom; row += 1) {
    const end = row * widthPx + area.right;
    for (let from = row * widthPx + area.left; from < end; ) {
      const to = runEnd({ owners, words, from, end });
      if (owners[from] !== owner) {
        pushNumber(bytes, length * (1 << OWNER_BITS) + owner);
        owner = owners[from] ?? FREE;
        length = 0;
      }
      length += to - from;
      from = to;
    }
  }
  pushNumber(bytes, length * (1 << OWNER_BITS) + owner);
  return { area, bytes: Uint8Array.from(bytes) };
}

/** Writes the owners back where they were. */
export function unpackArea({ widthPx, owners }: LabelBuffer, { area, bytes }: PackedArea): void {
  const columns = area.right - area.left;
  let done = 0;
  let place = 0;
  while (place < bytes.length) {
    let value = 0;
    let shift = 0;
    for (let group = MORE; group >= MORE; place += 1, shift += GROUP_BITS) {
      group = bytes[place] ?? 0;
      value += (group & (MORE - 1)) * 2 ** shift;
    }
    const owner = value & ((1 << OWNER_BITS) - 1);
    const runEnd = done + Math.floor(value / (1 << OWNER_BITS));
    while (done < runEnd) {
      const column = done % columns;
      const length = Math.min(runEnd - done, columns - column);
      const start = (area.top + (done - column) / columns) * widthPx + area.left + column;
      owners.fill(owner, start, start + length);
      done += length;
    }
  }
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes.push((rest % MORE) + MORE);
  bytes.push(rest);
}
