import type { CreateSurface, Pen, Surface } from "../pen.ts";
import type { Size } from "../point.ts";

/** A rectangle around the frame, in its pixels: left and top are 0 or less. Whole pixels. */
export type Reach = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The frame's picture, and what is drawn beyond its edges. */
export type Surroundings = { readonly surface: Surface; readonly reach: Reach };

/** What nobody painted is shown coarser, this many steps along the longer side: one sees that it is only filled in. */
const COARSE_STEPS = 190;

/** Goes on beyond the edges as in mirrors and softly, so that a camera that looks there never sees black. */
export function paintSurroundings(
  picture: CanvasImageSource,
  { frame, reach }: { readonly frame: Size; readonly reach: Reach },
  createSurface: CreateSurface,
): Surroundings {
  const size = { widthPx: reach.right - reach.left, heightPx: reach.bottom - reach.top };
  const surface = createSurface(size.widthPx, size.heightPx);
  const { pen } = surface;
  if (reach.left < 0 || reach.top < 0 || reach.right > frame.widthPx || reach.bottom > frame.heightPx) {
    const step = Math.max(1, Math.max(frame.widthPx, frame.heightPx) / COARSE_STEPS);
    const coarse = createSurface(size.widthPx / step, size.heightPx / step);
    coarse.pen.scale(1 / step, 1 / step);
    // Mirrors overlap by more than a coarse pixel: where two soft edges meet there would be a seam.
    drawMirrored(coarse.pen, picture, { frame, reach, overlapPx: 2 * step });
    pen.drawImage(coarse.picture, 0, 0, size.widthPx, size.heightPx);
  }
  pen.drawImage(picture, -reach.left, -reach.top, frame.widthPx, frame.heightPx);
  return { surface, reach };
}

type Mirrored = { readonly frame: Size; readonly reach: Reach; readonly overlapPx: number };

function drawMirrored(pen: Pen, picture: CanvasImageSource, { frame, reach, overlapPx }: Mirrored): void {
  const { widthPx, heightPx } = frame;
  const columns = [Math.floor(reach.left / widthPx), Math.ceil(reach.right / widthPx)] as const;
  const rows = [Math.floor(reach.top / heightPx), Math.ceil(reach.bottom / heightPx)] as const;
  for (let row = rows[0]; row < rows[1]; row += 1) {
    for (let column = columns[0]; column < columns[1]; column += 1) {
      pen.save();
      pen.translate((column + 0.5) * widthPx - reach.left, (row + 0.5) * heightPx - reach.top);
      pen.scale(column % 2 === 0 ? 1 : -1, row % 2 === 0 ? 1 : -1);
      const [width, height] = [widthPx + overlapPx, heightPx + overlapPx];
      pen.drawImage(picture, -width / 2, -height / 2, width, height);
      pen.restore();
    }
  }
}
