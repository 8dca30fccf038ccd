import type { Pen } from "../pen.ts";
import type { Size } from "../point.ts";
import type { FramePoint } from "./project.ts";

type Bent = {
  readonly picture: CanvasImageSource;
  readonly frame: Size;
  /** Which point of the picture is seen at a point of the frame; smooth. */
  readonly sourceOf: (at: FramePoint) => FramePoint;
  /** Into so many cells the longer side is cut: within a cell the picture is drawn straight. Up to 1 for straight pictures. */
  readonly cells: number;
};

/**
 * Fills the frame with a picture that is bent: by perspective, or as something that becomes something else. A plain 2D canvas
 * draws nothing but straight maps, so each cell gets the one that fits it best; cells lie on whole pixels, and so no seam
 * comes about between them and half transparent pens work as well.
 */
export function drawBent(pen: Pen, { picture, frame, sourceOf, cells }: Bent): void {
  const cellPx = Math.max(frame.widthPx, frame.heightPx) / Math.max(1, Math.ceil(cells));
  const columns = cutsOf(frame.widthPx, cellPx);
  const rows = cutsOf(frame.heightPx, cellPx);
  for (let row = 1; row < rows.length; row += 1) {
    for (let column = 1; column < columns.length; column += 1) {
      const cell = {
        left: columns[column - 1] ?? 0,
        right: columns[column] ?? 0,
        top: rows[row - 1] ?? 0,
        bottom: rows[row] ?? 0,
      };
      drawCell(pen, picture, { cell, sourceOf });
    }
  }
}

function cutsOf(lengthPx: number, cellPx: number): number[] {
  const count = Math.max(1, Math.ceil(lengthPx / cellPx));
  return Array.from({ length: count + 1 }, (_, index) => Math.round((index * lengthPx) / count));
}

type Cell = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function drawCell(
  pen: Pen,
  picture: CanvasImageSource,
  { cell, sourceOf }: Pick<Bent, "sourceOf"> & { readonly cell: Cell },
): void {
  const { left, right, top, bottom } = cell;
  const map = mapInto(cell, sourceOf);
  if (map === null) return;
  pen.save();
  pen.beginPath();
  pen.rect(left, top, right - left, bottom - top);
  pen.clip();
  pen.transform(...map);
  pen.drawImage(picture, 0, 0);
  pen.restore();
}

type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The straight map from the picture to a cell that has its middle and its mean slopes right; null where it is flat. */
function mapInto({ left, right, top, bottom }: Cell, sourceOf: Bent["sourceOf"]): Affine | null {
  const [p, q] = [sourceOf({ x: left, y: top }), sourceOf({ x: right, y: top })];
  const [r, s] = [sourceOf({ x: left, y: bottom }), sourceOf({ x: right, y: bottom })];
  const [width, height] = [2 * (right - left), 2 * (bottom - top)];
  const across = { x: (q.x - p.x + s.x - r.x) / width, y: (q.y - p.y + s.y - r.y) / width };
  const down = { x: (r.x - p.x + s.x - q.x) / height, y: (r.y - p.y + s.y - q.y) / height };
  const area = across.x * down.y - across.y * down.x;
  if (area === 0) return null;
  const [a, b, c, d] = [down.y / area, -across.y / area, -down.x / area, across.x / area];
  const [fromX, fromY] = [(p.x + q.x + r.x + s.x) / 4, (p.y + q.y + r.y + s.y) / 4];
  return [a, b, c, d, (left + right) / 2 - a * fromX - c * fromY, (top + bottom) / 2 - b * fromX - d * fromY];
}
