import type { Pen } from "../pen.ts";
import type { Size } from "../point.ts";
import { align, type Gone, goneAt, steepestOf } from "./align.ts";
import { drawBent } from "./draw-bent.ts";
import type { DrawShot, Stage } from "./draw-shot.ts";
import { onceAsked } from "./once-asked.ts";
import type { PaintedPicture } from "./painted-picture.ts";
import type { FramePoint } from "./project.ts";

/**
 * One picture becomes another: what is found again in both goes from its place in the first to its place in the second,
 * while the second shines through more and more. It begins with exactly the first and ends with exactly the last.
 */
export function framesShot(first: PaintedPicture, last: PaintedPicture, { frame }: Stage): DrawShot {
  const alignment = onceAsked(() => {
    const found = align(first.coarse(), last.coarse());
    return { found, steepest: steepestOf(found) };
  });
  return (pen, fraction) => {
    if (fraction === 0) {
      pen.drawImage(first.surface.picture, 0, 0);
      return;
    }
    const { found, steepest } = alignment();
    const way = easeInOut(fraction);
    const draw = (picture: CanvasImageSource, share: number, weight: number) => {
      const cells = Math.min(MOST_CELLS, CELLS_FOR_STEEPNESS * steepest * Math.abs(share)) * weight;
      drawBent(pen, { picture, frame, sourceOf: shiftedBy(found, share, frame), cells });
    };
    const opacity = easeInOut(way);
    if (opacity < 1 - UNSEEN) {
      if (steepest > 0) drawEdges(pen, first.surface.picture, frame);
      draw(first.surface.picture, -way, 1 - opacity);
    }
    if (opacity < UNSEEN) return;
    pen.globalAlpha = opacity < 1 - UNSEEN ? opacity : 1;
    draw(last.surface.picture, 1 - way, opacity);
    pen.globalAlpha = 1;
  };
}

/** Of the longer side. */
const EDGE = 1 / 50;

/** Straight cells of a bent picture may leave a hair free at an edge of the frame. */
function drawEdges(pen: Pen, picture: CanvasImageSource, { widthPx, heightPx }: Size): void {
  const edge = Math.ceil(Math.max(widthPx, heightPx) * EDGE);
  for (const [x, y, width, height] of [
    [0, 0, widthPx, edge],
    [0, heightPx - edge, widthPx, edge],
    [0, 0, edge, heightPx],
    [widthPx - edge, 0, edge, heightPx],
  ] as const) {
    pen.drawImage(picture, x, y, width, height, x, y, width, height);
  }
}

/**
 * Ours: neighbouring cells are then within about a pixel of each other at 720p, which nobody sees in a passage; and of a
 * picture that is hardly there a step is hardly seen, so it gets as many cells as its share of what is seen.
 */
const CELLS_FOR_STEEPNESS = 3000;
const MOST_CELLS = 20;

/** Less than a step of a colour. */
const UNSEEN = 1 / 256;

function shiftedBy(found: readonly Gone[], share: number, { widthPx, heightPx }: Size) {
  return ({ x, y }: FramePoint) => {
    const gone = goneAt(found, { x: x / widthPx, y: y / heightPx });
    return { x: x + gone.x * share * widthPx, y: y + gone.y * share * heightPx };
  };
}

/** From 0 to 1, at rest at both ends. */
function easeInOut(fraction: number): number {
  return fraction * fraction * (3 - 2 * fraction);
}
