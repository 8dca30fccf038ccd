import { type Expansion, factorsOf } from "#lib/kling/expansion.ts";
import type { ImageSize } from "#lib/kling/output.ts";

/** A part of the plane in pixels of the picture, whose upper left corner is at 0, 0. */
export type Rect = { readonly x: number; readonly y: number } & ImageSize;

/** Free room around a frame at rest, in shares of its longer side: an edge can be dragged into it. */
const MARGIN = 0.18;

/** The whole that an expansion stands for. */
export function frameOf(expansion: Expansion, { widthPx, heightPx }: ImageSize): Rect {
  const { across, down } = factorsOf(expansion);
  return {
    x: -expansion.left * widthPx || 0,
    y: -expansion.up * heightPx || 0,
    widthPx: widthPx * across,
    heightPx: heightPx * down,
  };
}

/** What of the plane is seen while nothing is dragged: the frame in its middle, with room around it. */
export function restingView(frame: Rect): Rect {
  const margin = Math.max(frame.widthPx, frame.heightPx) * MARGIN;
  return {
    x: frame.x - margin,
    y: frame.y - margin,
    widthPx: frame.widthPx + 2 * margin,
    heightPx: frame.heightPx + 2 * margin,
  };
}

/** While an edge is dragged the view stays, so that the edge stays under the pointer; only a frame that leaves it widens it. */
export function viewWhileDragging(view: Rect, frame: Rect): Rect {
  const [left, top] = [Math.min(view.x, frame.x), Math.min(view.y, frame.y)];
  const right = Math.max(view.x + view.widthPx, frame.x + frame.widthPx);
  const bottom = Math.max(view.y + view.heightPx, frame.y + frame.heightPx);
  return { x: left, y: top, widthPx: right - left, heightPx: bottom - top };
}

/** Where a part lies in the view, for CSS. */
export function placeIn(view: Rect, part: Rect) {
  const share = (length: number, whole: number) => `${(length / whole) * 100}%`;
  return {
    left: share(part.x - view.x, view.widthPx),
    top: share(part.y - view.y, view.heightPx),
    width: share(part.widthPx, view.widthPx),
    height: share(part.heightPx, view.heightPx),
  } as const;
}
