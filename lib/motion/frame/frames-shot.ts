import type { Size } from "../point.ts";
import { align, type Gone, NET } from "./align.ts";
import { drawMesh } from "./draw-mesh.ts";
import type { DrawShot, Stage } from "./draw-shot.ts";
import type { PaintedPicture } from "./painted-picture.ts";
import type { FramePoint } from "./project.ts";

/**
 * One picture becomes another: what is found again in both goes from its place in the first to its place in the second,
 * while the second shines through more and more. It begins with exactly the first and ends with exactly the last.
 */
export function framesShot(
  first: PaintedPicture,
  last: PaintedPicture,
  { frame, createSurface }: Stage,
): DrawShot {
  const [from, to] = [first.surface.picture, last.surface.picture];
  const found = align(first.coarse(), last.coarse());
  const isApart = found.some(({ x, y }) => x !== 0 || y !== 0);
  const coming = createSurface(frame.widthPx, frame.heightPx);
  return (pen, fraction) => {
    const way = easeInOut(fraction);
    const isBent = isApart && way > 0 && way < 1;
    const bend = (share: number) => netAt(found, share, frame);
    if (way < 1) {
      if (isBent) drawMesh(pen, from, { ...NET, from: bend(0), to: bend(way) });
      else pen.drawImage(from, 0, 0);
    }
    if (way === 0) return;
    // Bent opaquely first: triangles overlap a little, and twice half transparent would show as lines.
    if (isBent) drawMesh(coming.pen, to, { ...NET, from: bend(1), to: bend(way) });
    pen.globalAlpha = easeInOut(way);
    pen.drawImage(isBent ? coming.picture : to, 0, 0);
    pen.globalAlpha = 1;
  };
}

/** The net after a share of its way. */
function netAt(found: readonly Gone[], share: number, { widthPx, heightPx }: Size): FramePoint[] {
  return found.map(({ x, y }, index) => ({
    x: ((index % (NET.columns + 1)) / NET.columns + x * share) * widthPx,
    y: (Math.floor(index / (NET.columns + 1)) / NET.rows + y * share) * heightPx,
  }));
}

/** From 0 to 1, at rest at both ends. */
function easeInOut(fraction: number): number {
  return fraction * fraction * (3 - 2 * fraction);
}
