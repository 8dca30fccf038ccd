import type { Label, LabelBuffer } from "../labels.ts";
import { type ImagePoint, imagePoint } from "../point.ts";

/** The mean of a label's pixels, which may lie beside them; `null` where it has none. */
export function middleOf({ widthPx, owners }: LabelBuffer, label: Label): ImagePoint | null {
  let [count, columns, rows] = [0, 0, 0];
  for (let index = owners.indexOf(label); index >= 0; index = owners.indexOf(label, index)) {
    const column = index % widthPx;
    const row = (index - column) / widthPx;
    const start = index;
    const rowEnd = index + widthPx - column;
    while (index < rowEnd && owners[index] === label) index += 1;
    const length = index - start;
    count += length;
    columns += length * (column + length / 2);
    rows += length * (row + 0.5);
  }
  return count === 0 ? null : imagePoint(columns / count, rows / count);
}
