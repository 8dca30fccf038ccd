import type { SelectionPoint } from "#lib/kling/selection.ts";

/** Painted or not, pixel by pixel, row after row. */
export type Mask = { readonly widthPx: number; readonly heightPx: number; readonly painted: Uint8Array };

/** Radius of what one mark selects, as a share of the frame's shorter side. */
const MARK_RADIUS = 0.12;

/** A disc around each mark: the sandbox knows no objects. */
export function maskAround(
  points: readonly SelectionPoint[],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Mask {
  const painted = new Uint8Array(widthPx * heightPx);
  const radius = Math.max(1, MARK_RADIUS * Math.min(widthPx, heightPx));
  for (const point of points) {
    const [centerX, centerY] = [point.x * (widthPx - 1), point.y * (heightPx - 1)];
    const [top, bottom] = [
      Math.max(0, Math.ceil(centerY - radius)),
      Math.min(heightPx - 1, centerY + radius),
    ];
    for (let y = top; y <= bottom; y += 1) {
      const half = Math.sqrt(Math.max(0, radius ** 2 - (y - centerY) ** 2));
      const left = Math.max(0, Math.ceil(centerX - half));
      const right = Math.min(widthPx - 1, Math.floor(centerX + half));
      painted.fill(1, y * widthPx + left, y * widthPx + right + 1);
    }
  }
  return { widthPx, heightPx, painted };
}
