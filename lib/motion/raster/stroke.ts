import type { StrokePoint } from "../document.ts";
import type { LabelBuffer } from "../labels.ts";
import { type Paint, type Painter, painterOf } from "./painter.ts";
import type { PixelRect } from "./pixel-rect.ts";

/** A finer brush could pass between the centres of four pixels and leave nothing. */
const LEAST_RADIUS_PX = Math.SQRT1_2;

/**
 * Paints the way of a round brush: between two points the smallest convex area around both discs, however far apart they
 * are. A pixel belongs to it if its centre does. Every pair is painted for itself, so a stroke may come in pieces, each
 * beginning with the last point of the one before, and the pixels are the same.
 */
export function paintStroke(
  labels: LabelBuffer,
  paint: Paint,
  points: readonly StrokePoint[],
): PixelRect | null {
  const painter = painterOf(labels, paint);
  const [first] = points;
  if (first !== undefined && points.length === 1) paintCapsule(painter, first, first, labels.heightPx);
  points.slice(1).forEach((point, index) => {
    paintCapsule(painter, points[index] ?? point, point, labels.heightPx);
  });
  return painter.area();
}

function paintCapsule(painter: Painter, from: StrokePoint, to: StrokePoint, heightPx: number): void {
  const a = disc(from);
  const b = disc(to);
  const sides = tangents(a, b);
  const top = Math.max(0, Math.ceil(Math.min(a.y - a.radius, b.y - b.radius) - 0.5));
  const bottom = Math.min(heightPx, Math.floor(Math.max(a.y + a.radius, b.y + b.radius) - 0.5) + 1);
  const reach = { left: 0, right: 0 };
  for (let row = top; row < bottom; row += 1) {
    const y = row + 0.5;
    reach.left = Number.POSITIVE_INFINITY;
    reach.right = Number.NEGATIVE_INFINITY;
    widenByDisc(reach, a, y);
    widenByDisc(reach, b, y);
    for (const side of sides) widenBySide(reach, side, y);
    if (reach.left <= reach.right)
      painter.row(row, Math.ceil(reach.left - 0.5), Math.floor(reach.right - 0.5) + 1);
  }
}

type Disc = { readonly x: number; readonly y: number; readonly radius: number };
type Side = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
type Reach = { left: number; right: number };

function disc({ at, radiusPx }: StrokePoint): Disc {
  return { x: at.x, y: at.y, radius: Math.max(radiusPx, LEAST_RADIUS_PX) };
}

/** The two lines that touch both discs on the outside; none if one disc lies in the other. */
function tangents(a: Disc, b: Disc): readonly Side[] {
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  const lean = (a.radius - b.radius) / distance;
  if (!(Math.abs(lean) < 1)) return [];
  const [ux, uy] = [(b.x - a.x) / distance, (b.y - a.y) / distance];
  const across = Math.sqrt(1 - lean * lean);
  return [1, -1].map((hand) => {
    const nx = ux * lean - uy * across * hand;
    const ny = uy * lean + ux * across * hand;
    return {
      x1: a.x + a.radius * nx,
      y1: a.y + a.radius * ny,
      x2: b.x + b.radius * nx,
      y2: b.y + b.radius * ny,
    };
  });
}

function widenByDisc(reach: Reach, { x, y: centerY, radius }: Disc, y: number): void {
  const squared = radius * radius - (y - centerY) * (y - centerY);
  if (squared < 0) return;
  const half = Math.sqrt(squared);
  if (x - half < reach.left) reach.left = x - half;
  if (x + half > reach.right) reach.right = x + half;
}

function widenBySide(reach: Reach, { x1, y1, x2, y2 }: Side, y: number): void {
  if (y1 === y2 || (y < y1 && y < y2) || (y > y1 && y > y2)) return;
  const x = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  if (x < reach.left) reach.left = x;
  if (x > reach.right) reach.right = x;
}
