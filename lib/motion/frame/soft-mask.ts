import type { LabelBuffer } from "../labels.ts";
import type { CreateSurface, Surface } from "../pen.ts";
import type { Size } from "../point.ts";
import { covering } from "./cover.ts";

/** Who owns what the frame shows, coarser than the frame or as fine: enough to cut along, and quick to read anew. */
export function ownersInFrame(labels: LabelBuffer, frame: Size, grid: Size): Uint8Array {
  const { scale, left, top } = covering(labels, frame);
  const columns = Int32Array.from({ length: grid.widthPx }, (_, x) =>
    within((((x + 0.5) * frame.widthPx) / grid.widthPx - left) / scale, labels.widthPx),
  );
  const owners = new Uint8Array(grid.widthPx * grid.heightPx);
  for (let y = 0; y < grid.heightPx; y += 1) {
    const row = within((((y + 0.5) * frame.heightPx) / grid.heightPx - top) / scale, labels.heightPx);
    for (let x = 0; x < grid.widthPx; x += 1) {
      owners[y * grid.widthPx + x] = labels.owners[row * labels.widthPx + (columns[x] ?? 0)] ?? 0;
    }
  }
  return owners;
}

function within(position: number, length: number): number {
  return Math.min(length - 1, Math.max(0, Math.floor(position)));
}

/** A piece of a grid: its upper left corner is at `x`, `y` of the whole. One byte a pixel, 0 outside and 255 inside. */
export type Mask = Size & { readonly x: number; readonly y: number; readonly inside: Uint8Array };

/** What one owner has, with an empty margin around it; null when that is nothing. */
export function maskOf(owners: Uint8Array, grid: Size, { label, marginPx }: Wanted): Mask | null {
  const box = boxOf(owners, grid, label);
  if (box === null) return null;
  const [x, y] = [box.left - marginPx, box.top - marginPx];
  const size = {
    widthPx: box.right + 1 - box.left + 2 * marginPx,
    heightPx: box.bottom + 1 - box.top + 2 * marginPx,
  };
  const inside = new Uint8Array(size.widthPx * size.heightPx);
  for (let row = box.top; row <= box.bottom; row += 1) {
    for (let column = box.left; column <= box.right; column += 1) {
      if (owners[row * grid.widthPx + column] === label) inside[(row - y) * size.widthPx + column - x] = 255;
    }
  }
  return { x, y, ...size, inside };
}

type Wanted = { readonly label: number; readonly marginPx: number };

function boxOf(owners: Uint8Array, { widthPx }: Size, label: number) {
  const [first, last] = [owners.indexOf(label), owners.lastIndexOf(label)];
  if (first === -1) return null;
  let [left, right] = [widthPx, -1];
  for (let index = first; index <= last; index += 1) {
    if (owners[index] !== label) continue;
    left = Math.min(left, index % widthPx);
    right = Math.max(right, index % widthPx);
  }
  return { left, right, top: Math.floor(first / widthPx), bottom: Math.floor(last / widthPx) };
}

/** The mask with everything that lies within `radiusPx` of it, as far as its margin reaches. */
export function grown(mask: Mask, radiusPx: number): Mask {
  const { inside } = averaged(mask, radiusPx);
  return { ...mask, inside: inside.map((share) => (share > 0 ? 255 : 0)) };
}

/**
 * Edges become slopes of twice the radius, whose middle stays where the edge was: nothing grows and nothing wanders. Averages
 * of boxes, rounded up, so that the last trace of something is not lost.
 */
export function averaged(mask: Mask, radiusPx: number): Mask {
  const { widthPx, heightPx } = mask;
  const across = new Uint8Array(mask.inside.length);
  const both = new Uint8Array(mask.inside.length);
  for (let y = 0; y < heightPx; y += 1) {
    averageLine(mask.inside, across, { start: y * widthPx, step: 1, length: widthPx, radiusPx });
  }
  for (let x = 0; x < widthPx; x += 1) {
    averageLine(across, both, { start: x, step: widthPx, length: heightPx, radiusPx });
  }
  return { ...mask, inside: both };
}

type Line = {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  readonly radiusPx: number;
};

function averageLine(from: Uint8Array, to: Uint8Array, { start, step, length, radiusPx }: Line): void {
  let sum = 0;
  for (let index = 0; index < Math.min(radiusPx, length); index += 1) sum += from[start + index * step] ?? 0;
  for (let index = 0; index < length; index += 1) {
    if (index + radiusPx < length) sum += from[start + (index + radiusPx) * step] ?? 0;
    if (index > radiusPx) sum -= from[start + (index - radiusPx - 1) * step] ?? 0;
    to[start + index * step] = Math.ceil(sum / (2 * radiusPx + 1));
  }
}

/** The mask as a picture of nothing but opacity. */
export function paintMask({ widthPx, heightPx, inside }: Mask, createSurface: CreateSurface): Surface {
  const surface = createSurface(widthPx, heightPx);
  const pixels = surface.pen.createImageData(widthPx, heightPx);
  for (let index = 0; index < inside.length; index += 1) pixels.data[index * 4 + 3] = inside[index] ?? 0;
  surface.pen.putImageData(pixels, 0, 0);
  return surface;
}
