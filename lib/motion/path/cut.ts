import type { Path } from "../document.ts";
import { emptyLabels, FREE, type LabelBuffer } from "../labels.ts";
import { imagePoint, type Size } from "../point.ts";

/** A piece of a picture (whole pixels), brought to a size: how a picture is cut and shrunk before it is sent. */
export type Cut = {
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly to: Size;
};

/** A path drawn on the whole picture, on what is left of it. Points that were cut away stay outside; tidy it after. */
export function cutPath(path: Path, { left, top, widthPx, heightPx, to }: Cut): Path {
  return path.map(({ x, y }) =>
    imagePoint(((x - left) * to.widthPx) / widthPx, ((y - top) * to.heightPx) / heightPx),
  );
}

/** Who owns the pixels of what is left: each takes the owner of the pixel under its centre, so that edges stay hard. */
export function cutLabels(labels: LabelBuffer, { left, top, widthPx, heightPx, to }: Cut): LabelBuffer {
  const cut = emptyLabels(to);
  const columns = Int32Array.from({ length: to.widthPx }, (_, column) =>
    Math.floor(left + ((column + 0.5) * widthPx) / to.widthPx),
  );
  for (let row = 0; row < to.heightPx; row += 1) {
    const from = Math.floor(top + ((row + 0.5) * heightPx) / to.heightPx) * labels.widthPx;
    for (let column = 0; column < to.widthPx; column += 1)
      cut.owners[row * to.widthPx + column] = labels.owners[from + (columns[column] ?? 0)] ?? FREE;
  }
  return cut;
}
