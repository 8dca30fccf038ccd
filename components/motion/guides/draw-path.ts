import type { Path } from "#lib/motion/document.ts";
import type { Region } from "#lib/motion/labels.ts";
import { type ScreenPoint, toScreen, type View } from "#lib/motion/view/view.ts";
import { cssColour } from "../paint/region-looks.ts";

export type PathLook = {
  readonly region: Region;
  /** The one that is worked on shows its handles. */
  readonly isActive: boolean;
  /** The handle that is chosen; null for none. */
  readonly chosen: number | null;
};

const LINE_PX = 3;
const HALO_PX = 6;
const ARROW_EVERY_PX = 72;
const ARROW_PX = 8;
const HANDLE_RADIUS_PX = 9;
const SMALL_HANDLE_RADIUS_PX = 4.5;
/** Handles that lie closer than this would cover each other: they are drawn small and without numbers. */
const NUMBER_ROOM_PX = 22;
const HALO = "rgb(8 8 14 / 0.72)";

/** The way of a region: a line with a dark halo, arrowheads along it, and numbered handles on the one that is worked on. */
export function drawPath(pen: CanvasRenderingContext2D, view: View, path: Path, look: PathLook): void {
  const points = path.map((at) => toScreen(view, at));
  const colour = cssColour(look.region);
  drawLine(pen, points, colour, look.isActive ? 1 : 0.8);
  if (!look.isActive) {
    const [start] = points;
    if (start !== undefined) drawBadge(pen, start, String(look.region), colour);
    return;
  }
  points.forEach((point, index) => {
    const isEnd = index === 0 || index === points.length - 1;
    const hasRoom = isEnd || index === look.chosen || roomAround(points, index) > NUMBER_ROOM_PX;
    drawHandle(pen, point, {
      text: hasRoom ? String(index + 1) : "",
      colour,
      isChosen: index === look.chosen,
    });
  });
}

/** The number of a region on a disc of its colour. */
export function drawBadge(
  pen: CanvasRenderingContext2D,
  { x, y }: ScreenPoint,
  text: string,
  colour: string,
): void {
  disc(pen, x, y, 11, HALO);
  disc(pen, x, y, 9.5, colour);
  write(pen, text, x, y);
}

export function drawLine(
  pen: CanvasRenderingContext2D,
  points: readonly ScreenPoint[],
  colour: string,
  alpha = 1,
): void {
  if (points.length < 2) return;
  pen.save();
  pen.globalAlpha = alpha;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  points.forEach(({ x, y }, index) => {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.lineWidth = HALO_PX;
  pen.strokeStyle = HALO;
  pen.stroke();
  pen.lineWidth = LINE_PX;
  pen.strokeStyle = colour;
  pen.stroke();
  for (const arrow of arrowsAlong(points)) drawArrow(pen, arrow, colour);
  pen.restore();
}

type Arrow = { readonly x: number; readonly y: number; readonly angle: number };

/** At even distances, and one before the end; short ways have the one only. */
export function arrowsAlong(points: readonly ScreenPoint[]): Arrow[] {
  const arrows: Arrow[] = [];
  let next = ARROW_EVERY_PX;
  let walked = 0;
  let last: Arrow | null = null;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    const angle = Math.atan2(dy, dx);
    for (; next <= walked + length; next += ARROW_EVERY_PX) {
      const share = (next - walked) / length;
      arrows.push({ x: from.x + dx * share, y: from.y + dy * share, angle });
    }
    walked += length;
    const back = Math.min(length, HANDLE_RADIUS_PX + 2) / length;
    last = { x: to.x - dx * back, y: to.y - dy * back, angle };
  }
  if (last === null) return arrows;
  const tip = last;
  const apart = arrows.filter(({ x, y }) => Math.hypot(x - tip.x, y - tip.y) > 2 * ARROW_PX);
  return [...apart, tip];
}

function drawArrow(pen: CanvasRenderingContext2D, { x, y, angle }: Arrow, colour: string): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(angle);
  pen.beginPath();
  pen.moveTo(ARROW_PX * 0.75, 0);
  pen.lineTo(-ARROW_PX * 0.75, ARROW_PX * 0.75);
  pen.lineTo(-ARROW_PX * 0.35, 0);
  pen.lineTo(-ARROW_PX * 0.75, -ARROW_PX * 0.75);
  pen.closePath();
  pen.lineWidth = 3;
  pen.strokeStyle = HALO;
  pen.stroke();
  pen.fillStyle = colour;
  pen.fill();
  pen.restore();
}

type HandleLook = { text: string; colour: string; isChosen: boolean };

function drawHandle(
  pen: CanvasRenderingContext2D,
  { x, y }: ScreenPoint,
  { text, colour, isChosen }: HandleLook,
): void {
  const radius = text === "" ? SMALL_HANDLE_RADIUS_PX : HANDLE_RADIUS_PX;
  if (isChosen) {
    disc(pen, x, y, radius + 5, HALO);
    disc(pen, x, y, radius + 3.5, "white");
  }
  disc(pen, x, y, radius + 1.5, HALO);
  disc(pen, x, y, radius, colour);
  if (text !== "") write(pen, text, x, y);
}

function roomAround(points: readonly ScreenPoint[], index: number): number {
  const here = points[index];
  const neighbours = [points[index - 1], points[index + 1]];
  const distances = neighbours.flatMap((other) =>
    here === undefined || other === undefined ? [] : [Math.hypot(other.x - here.x, other.y - here.y)],
  );
  return Math.min(...distances);
}

function disc(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

function write(pen: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  pen.font = `600 ${text.length > 1 ? 10 : 12}px ui-sans-serif, system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = "rgb(8 8 14)";
  pen.fillText(text, x, y + 0.5);
}
