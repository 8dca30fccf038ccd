import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade } from "../../scene/color.ts";
import { inLight } from "../backdrops/tones.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillOval, fillShape, type Point } from "../shapes.ts";

/**
 * What an artist draws a subject with. The pen is set so that the subject stands at 0, 0, is 100 high and looks to the right;
 * y runs down, so its head is at -100.
 */
export type Brush = {
  pen: Pen;
  seconds: number;
  /** From 0 to 2π, another for every copy: keeps a flock from moving in step. */
  phase: number;
  setting: Setting;
  /** One of the few loud colours, chosen for this scene. */
  accent: string;
};

export type Artist = (brush: Brush) => void;

/** A colour as the scene's light shows it; a second number lightens or darkens it. */
export function tone({ setting }: Brush, color: string, change = 0): string {
  return css(toneColor(setting, color, change));
}

export function toneColor(setting: Setting, color: string, change = 0): Color {
  const lit = mix(inLight(setting, hex(color)), hex(color), 0.32);
  return shade(lit, change);
}

/** The colour of an edge that the sun or moon touches. */
export function rim({ setting }: Brush, color: string): string {
  const { palette } = setting;
  return css(mix(toneColor(setting, color, 0.12), palette.glow, 0.35 + 0.35 * palette.light));
}

export function oval(
  { pen }: Brush,
  color: string,
  [x, y, radiusX, radiusY]: readonly [number, number, number, number],
  tilt = 0,
): void {
  pen.fillStyle = color;
  fillOval(pen, [x, y], [radiusX, radiusY], tilt);
}

export function disc({ pen }: Brush, color: string, [x, y, radius]: readonly [number, number, number]): void {
  pen.fillStyle = color;
  fillDisc(pen, x, y, radius);
}

export function shape({ pen }: Brush, color: string, points: readonly Point[]): void {
  pen.fillStyle = color;
  fillShape(pen, points);
}

/** A closed outline through all points, rounded: each point is the handle between two middles. */
export function blob({ pen }: Brush, color: string, points: readonly Point[]): void {
  const middle = (first: Point, second: Point): Point => [
    (first[0] + second[0]) / 2,
    (first[1] + second[1]) / 2,
  ];
  const last = points.at(-1);
  const first = points[0];
  if (last === undefined || first === undefined) return;
  pen.fillStyle = color;
  pen.beginPath();
  pen.moveTo(...middle(last, first));
  points.forEach((point, index) => {
    const [x, y] = middle(point, points[index + 1] ?? first);
    pen.quadraticCurveTo(point[0], point[1], x, y);
  });
  pen.fill();
}

type Line = { color: string; width: number; points: readonly Point[] };

/** A rounded, bent limb: straight for two points, a curve for three, two curves for four or more. */
export function limb({ pen }: Brush, { color, width, points }: Line): void {
  const [start, ...rest] = points;
  if (start === undefined) return;
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  pen.moveTo(...start);
  const [first, second, third] = rest;
  if (first && second && third) pen.bezierCurveTo(...first, ...second, ...third);
  else if (first && second) pen.quadraticCurveTo(...first, ...second);
  else if (first) pen.lineTo(...first);
  pen.stroke();
}

/** Rounded box. */
export function box(
  { pen }: Brush,
  color: string,
  [x, y, width, height, radius]: readonly [number, number, number, number, number],
): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

/** -1 to 1, in the subject's own time. */
export function sway({ seconds, phase }: Brush, speed = 1): number {
  return Math.sin(seconds * speed + phase);
}

/** Whether windows and lamps are lit at this hour. */
export function isLamplit({ setting }: Brush): boolean {
  return setting.scene.time !== "day";
}
