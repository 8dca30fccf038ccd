import type { ImageSize } from "#lib/kling/output.ts";

/**
 * In how many columns so many equal pictures are largest in a box of this shape (width over height). Of columns that are as
 * good, the fewest. Gaps are small beside the pictures and left out of account.
 */
export function columnsFor(count: number, picture: ImageSize, boxRatio: number): number {
  const ratio = picture.widthPx / picture.heightPx;
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    // Of a box of height 1: a cell is as wide as its column, or as its row is high.
    const width = Math.min(boxRatio / columns, ratio / rows);
    if (width > best.width + 1e-9) best = { columns, width };
  }
  return best.columns;
}
