import type { Pen } from "../pen.ts";
import type { FramePoint } from "./project.ts";

/** A net of points, row by row, `columns + 1` of them in each of `rows + 1` rows. */
export type Mesh = {
  readonly columns: number;
  readonly rows: number;
  /** Where each point lies in the drawn picture, and where it goes. */
  readonly from: readonly FramePoint[];
  readonly to: readonly FramePoint[];
};

/**
 * Draws a picture bent like a net: each cell as two triangles, and within a triangle straight. A plain 2D canvas can do no
 * more than that, and everywhere; with small cells nobody sees the difference to true perspective.
 */
export function drawMesh(pen: Pen, picture: CanvasImageSource, mesh: Mesh): void {
  for (const corners of trianglesOf(mesh.columns, mesh.rows)) {
    const from = corners.map((index) => mesh.from[index]);
    const to = corners.map((index) => mesh.to[index]);
    if (isTriangle(from) && isTriangle(to)) drawTriangle(pen, picture, { from, to });
  }
}

type Triangle = readonly [FramePoint, FramePoint, FramePoint];

function isTriangle(points: readonly (FramePoint | undefined)[]): points is Triangle {
  return points.length === 3 && points.every((point) => point !== undefined);
}

function trianglesOf(columns: number, rows: number): number[][] {
  const stride = columns + 1;
  return Array.from({ length: columns * rows }, (_, cell) => {
    const corner = Math.floor(cell / columns) * stride + (cell % columns);
    return [
      [corner, corner + 1, corner + stride],
      [corner + stride + 1, corner + stride, corner + 1],
    ];
  }).flat();
}

type Bent = { readonly from: Triangle; readonly to: Triangle };

function drawTriangle(pen: Pen, picture: CanvasImageSource, { from, to }: Bent): void {
  const [a, b, c, d, e, f] = affine(from, to);
  pen.save();
  pen.beginPath();
  outline(pen, to);
  pen.clip();
  pen.transform(a, b, c, d, e, f);
  pen.drawImage(picture, 0, 0);
  pen.restore();
}

/** Neighbours overlap by about this much, or the seam between two soft edges would show. */
const OVERLAP_PX = 1;

function outline(pen: Pen, [p, q, r]: Triangle): void {
  const middle = { x: (p.x + q.x + r.x) / 3, y: (p.y + q.y + r.y) / 3 };
  for (const { x, y } of [p, q, r]) {
    const distance = Math.hypot(x - middle.x, y - middle.y) || 1;
    const stretch = 1 + (2 * OVERLAP_PX) / distance;
    pen.lineTo(middle.x + (x - middle.x) * stretch, middle.y + (y - middle.y) * stretch);
  }
}

/** The straight map that takes three points to three others, as a canvas wants it: a, b, c, d, e, f. */
function affine(from: Triangle, to: Triangle): readonly [number, number, number, number, number, number] {
  const [p, q, r] = from;
  const [u, v, w] = to;
  const area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
  if (area === 0) return [0, 0, 0, 0, u.x, u.y];
  const solve = (first: number, second: number, third: number) => {
    const alongX = ((second - first) * (r.y - p.y) - (third - first) * (q.y - p.y)) / area;
    const alongY = ((third - first) * (q.x - p.x) - (second - first) * (r.x - p.x)) / area;
    return [alongX, alongY, first - alongX * p.x - alongY * p.y] as const;
  };
  const [a, c, e] = solve(u.x, v.x, w.x);
  const [b, d, f] = solve(u.y, v.y, w.y);
  return [a, b, c, d, e, f];
}
