import { FREE, type LabelBuffer } from "../labels.ts";
import type { ImagePoint } from "../point.ts";
import { type Paint, type Painter, painterOf } from "./painter.ts";
import type { PixelRect } from "./pixel-rect.ts";

/**
 * Gives the pixels of one owner that hang together by their sides around a point to another. Nothing happens outside
 * the picture, on a locked owner, or where the new owner is the old one.
 */
export function paintFill(labels: LabelBuffer, paint: Paint, at: ImagePoint): PixelRect | null {
  const [column, row] = [Math.floor(at.x), Math.floor(at.y)];
  if (column < 0 || row < 0 || column >= labels.widthPx || row >= labels.heightPx) return null;
  const start = row * labels.widthPx + column;
  const owner = labels.owners[start] ?? FREE;
  if (owner === (paint.label ?? FREE) || paint.locked.some((label) => label === owner)) return null;
  const painter = painterOf(labels, { label: paint.label, locked: [] });
  flood(labels, { start, owner, painter });
  return painter.area();
}

type Flood = { readonly start: number; readonly owner: number; readonly painter: Painter };

/** Row by row with a list of its own, because a picture's worth of recursion would end the stack. */
function flood({ widthPx, owners }: LabelBuffer, { start, owner, painter }: Flood): void {
  const waiting = [start];
  const queueNeighbours = (from: number, to: number) => {
    for (let index = from; index < to; index += 1)
      if (owners[index] === owner && (index === from || owners[index - 1] !== owner)) waiting.push(index);
  };
  for (let seed = waiting.pop(); seed !== undefined; seed = waiting.pop()) {
    if (owners[seed] !== owner) continue;
    const rowStart = seed - (seed % widthPx);
    const rowEnd = rowStart + widthPx;
    let from = seed;
    while (from > rowStart && owners[from - 1] === owner) from -= 1;
    let to = seed + 1;
    while (to < rowEnd && owners[to] === owner) to += 1;
    painter.row(rowStart / widthPx, from - rowStart, to - rowStart);
    if (rowStart > 0) queueNeighbours(from - widthPx, to - widthPx);
    if (rowEnd < owners.length) queueNeighbours(from + widthPx, to + widthPx);
  }
}
