import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css } from "../scene/color.ts";
import type { Random } from "../scene/random.ts";

export type Point = readonly [x: number, y: number];

/** A filled polygon. */
export function fillShape(pen: Pen, points: readonly Point[]): void {
  tracePath(pen, points);
  pen.closePath();
  pen.fill();
}

export function tracePath(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
}

export function fillDisc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

export function fillOval(pen: Pen, [x, y]: Point, [radiusX, radiusY]: Point, tilt = 0): void {
  pen.beginPath();
  pen.ellipse(x, y, radiusX, radiusY, tilt, 0, Math.PI * 2);
  pen.fill();
}

/** Stops from 0 to 1, top to bottom. */
export function verticalGradient(
  pen: Pen,
  [top, bottom]: readonly [number, number],
  stops: readonly (readonly [number, Color])[],
): CanvasGradient {
  const gradient = pen.createLinearGradient(0, top, 0, bottom);
  for (const [at, color] of stops) gradient.addColorStop(at, css(color));
  return gradient;
}

/** A round light that fades to nothing. */
export function fillGlow(pen: Pen, [x, y]: Point, radius: number, color: Color): void {
  const gradient = pen.createRadialGradient(x, y, 0, x, y, radius);
  const fade = (alpha: number) => css([color[0], color[1], color[2], color[3] * alpha]);
  gradient.addColorStop(0, fade(1));
  gradient.addColorStop(0.25, fade(0.52));
  gradient.addColorStop(0.55, fade(0.16));
  gradient.addColorStop(1, fade(0));
  pen.fillStyle = gradient;
  pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** A rough line between two points: halved again and again, each middle pushed aside at random. */
export function roughLine(
  from: Point,
  to: Point,
  { roughness, random }: { roughness: number; random: Random },
): Point[] {
  let points: Point[] = [from, to];
  let push = Math.hypot(to[0] - from[0], to[1] - from[1]) * roughness;
  for (let round = 0; round < 5; round += 1) {
    points = points.flatMap((point, index) => {
      const next = points[index + 1];
      if (next === undefined) return [point];
      const middle: Point = [
        (point[0] + next[0]) / 2 + random.between(-push, push) * 0.6,
        (point[1] + next[1]) / 2 + random.between(-push, push),
      ];
      return [point, middle];
    });
    push *= 0.5;
  }
  return points;
}

/** A smooth rolling line: a few sines of random phase, within plus and minus 1. */
export function rollingCurve(random: Random, waves: number): (share: number) => number {
  const parts = [1, 2.3, 4.1].map((factor) => ({
    speed: waves * factor * Math.PI * 2 * random.between(0.85, 1.15),
    phase: random.between(0, Math.PI * 2),
    height: 1 / factor,
  }));
  const total = parts.reduce((sum, part) => sum + part.height, 0);
  return (share) =>
    parts.reduce((sum, { speed, phase, height }) => sum + Math.sin(share * speed + phase) * height, 0) /
    total;
}
