import type { CreateSurface, Surface } from "../pen.ts";
import type { Size } from "../point.ts";
import { fillHoles, type Pixels } from "./push-pull.ts";
import type { Mask } from "./soft-mask.ts";

type Holes = { readonly masks: readonly Mask[]; readonly grid: Size };

/** What may lie behind the holes, as coarse as the pixels that are given; for stretching over the frame. */
export function paintBehind(coarse: Pixels, holes: Holes, createSurface: CreateSurface): Surface {
  const { widthPx, heightPx } = coarse;
  const surface = createSurface(widthPx, heightPx);
  const filled = surface.pen.createImageData(widthPx, heightPx);
  filled.data.set(fillHoles(coarse, holesIn(coarse, holes)));
  surface.pen.putImageData(filled, 0, 0);
  return surface;
}

/** The masks on a coarser grid: 1 in a hole, 0 elsewhere. */
function holesIn({ widthPx, heightPx }: Size, { masks, grid }: Holes): Uint8Array {
  const isHole = new Uint8Array(widthPx * heightPx);
  for (const mask of masks) {
    const [scaleX, scaleY] = [widthPx / grid.widthPx, heightPx / grid.heightPx];
    for (let row = 0; row < mask.heightPx; row += 1) {
      const y = Math.floor((mask.y + row + 0.5) * scaleY);
      for (let column = 0; column < mask.widthPx; column += 1) {
        const x = Math.floor((mask.x + column + 0.5) * scaleX);
        const isInFrame = x >= 0 && y >= 0 && x < widthPx && y < heightPx;
        if (isInFrame && mask.inside[row * mask.widthPx + column] !== 0) isHole[y * widthPx + x] = 1;
      }
    }
  }
  return isHole;
}
