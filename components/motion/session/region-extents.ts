import { FREE, LABELS, type Label, type LabelBuffer } from "#lib/motion/labels.ts";
import { type ImagePoint, imagePoint } from "#lib/motion/point.ts";

/** How much of a label there is, and the middle of its longest row: a place for its number that always lies on it. */
export type Extent = { readonly pixels: number; readonly at: ImagePoint };

/** Labels that own no pixel are left out. */
export type Extents = ReadonlyMap<Label, Extent>;

/** So many rows are looked at in one go; a frame has room for that beside its drawing. */
const ROWS = 192;

type Tally = { pixels: number; longest: number; x: number; y: number };

/** Looks through the whole picture in small pieces; between them others get their turn. */
export function* measureExtents(labels: LabelBuffer): Generator<void, Extents> {
  const tallies = new Map<number, Tally>();
  for (let top = 0; top < labels.heightPx; top += ROWS) {
    for (let y = top; y < Math.min(top + ROWS, labels.heightPx); y += 1) measureRow(labels, y, tallies);
    yield;
  }
  return new Map(
    LABELS.flatMap((label) => {
      const tally = tallies.get(label);
      return tally === undefined ? [] : [[label, { pixels: tally.pixels, at: imagePoint(tally.x, tally.y) }]];
    }),
  );
}

function measureRow({ owners, widthPx }: LabelBuffer, y: number, tallies: Map<number, Tally>): void {
  const end = (y + 1) * widthPx;
  for (let start = y * widthPx; start < end; ) {
    const owner = owners[start];
    let next = start + 1;
    while (next < end && owners[next] === owner) next += 1;
    if (owner !== undefined && owner !== FREE) {
      const tally = tallies.get(owner) ?? { pixels: 0, longest: 0, x: 0, y: 0 };
      const length = next - start;
      tally.pixels += length;
      if (length > tally.longest) {
        tally.longest = length;
        tally.x = start - y * widthPx + length / 2;
        tally.y = y + 0.5;
      }
      tallies.set(owner, tally);
    }
    start = next;
  }
}
