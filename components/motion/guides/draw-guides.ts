import type { Path } from "#lib/motion/document.ts";
import type { Paths } from "#lib/motion/history/paths.ts";
import { type Label, REGIONS } from "#lib/motion/labels.ts";
import type { ImagePoint } from "#lib/motion/point.ts";
import type { BrushState, Gesture } from "#lib/motion/tools/brush-state.ts";
import { type ScreenPoint, toScreen, type View } from "#lib/motion/view/view.ts";
import { cssColour } from "../paint/region-looks.ts";
import { strokeDashed } from "./draw-outline.ts";
import { drawBadge, drawLine, drawPath } from "./draw-path.ts";

/** The number of a painted region, on it. */
export type Badge = { readonly label: Label; readonly at: ImagePoint };

export type Guides = {
  readonly state: BrushState;
  readonly paths: Paths;
  readonly badges: readonly Badge[];
};

/** Everything that is drawn over the picture without being on it: paths, handles, numbers and shapes in the making. */
export function drawGuides(pen: CanvasRenderingContext2D, { state, paths, badges }: Guides): void {
  const { view, gesture, label, hidden, chosen } = state;
  const shown = pathsDuring(gesture, paths);
  for (const badge of badges) {
    if (badge.label !== 7 && shown[badge.label] !== undefined) continue; // its path carries the number
    const text = badge.label === 7 ? "=" : String(badge.label);
    drawBadge(pen, toScreen(view, badge.at), text, cssColour(badge.label));
  }
  const active = chosen?.region ?? label;
  for (const region of [...REGIONS].sort((a, b) => Number(a === active) - Number(b === active))) {
    const path = shown[region];
    if (path === undefined || hidden.includes(region)) continue;
    const point = chosen?.region === region ? chosen.point : null;
    drawPath(pen, view, path, { region, isActive: region === active, chosen: point });
  }
  drawGesture(pen, view, gesture);
}

/** A path that is being moved is shown where it would be. */
function pathsDuring(gesture: Gesture, paths: Paths): Paths {
  if (gesture.mode !== "moving-path") return paths;
  return { ...paths, [gesture.region]: gesture.path };
}

function drawGesture(pen: CanvasRenderingContext2D, view: View, gesture: Gesture): void {
  switch (gesture.mode) {
    case "lasso":
      strokeDashed(pen, outlineOf(screenOf(view, gesture.corners), true));
      return;
    case "polygon": {
      const corners = screenOf(view, [...gesture.corners, gesture.next]);
      strokeDashed(pen, outlineOf(corners, corners.length > 2));
      for (const corner of corners.slice(0, -1)) drawCorner(pen, corner);
      return;
    }
    case "shape":
      strokeDashed(pen, shapeOutline(view, gesture));
      return;
    case "drawing-path": {
      const points: Path = gesture.isFreehand ? gesture.points : [...gesture.points, gesture.next];
      drawLine(pen, screenOf(view, points), cssColour(gesture.region));
      if (!gesture.isFreehand) for (const point of screenOf(view, gesture.points)) drawCorner(pen, point);
      return;
    }
    case "idle":
    case "painting":
    case "moving-path":
    case "panning":
    case "pinching":
    case "resizing":
      return;
    case "selecting":
      for (const seed of gesture.seeds) drawSeed(pen, toScreen(view, seed.at), seed.isNegative);
  }
}

function screenOf(view: View, points: readonly ImagePoint[]): ScreenPoint[] {
  return points.map((at) => toScreen(view, at));
}

function outlineOf(points: readonly ScreenPoint[], isClosed: boolean): Path2D {
  const outline = new Path2D();
  points.forEach(({ x, y }, index) => {
    if (index === 0) outline.moveTo(x, y);
    else outline.lineTo(x, y);
  });
  if (isClosed) outline.closePath();
  return outline;
}

function shapeOutline(view: View, { shape, from, to }: Extract<Gesture, { mode: "shape" }>): Path2D {
  const [a, b] = [toScreen(view, from), toScreen(view, to)];
  const outline = new Path2D();
  if (shape === "rectangle") {
    outline.rect(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(b.x - a.x), Math.abs(b.y - a.y));
  } else {
    const [middleX, middleY] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    outline.ellipse(middleX, middleY, Math.abs(b.x - a.x) / 2, Math.abs(b.y - a.y) / 2, 0, 0, 2 * Math.PI);
  }
  return outline;
}

function drawCorner(pen: CanvasRenderingContext2D, { x, y }: ScreenPoint): void {
  pen.beginPath();
  pen.arc(x, y, 4, 0, 2 * Math.PI);
  pen.fillStyle = "white";
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = "rgb(8 8 14)";
  pen.stroke();
}

/** A plus for what is wanted, a minus for what is not. */
function drawSeed(pen: CanvasRenderingContext2D, at: ScreenPoint, isNegative: boolean): void {
  drawBadge(pen, at, isNegative ? "−" : "+", isNegative ? "rgb(255 140 140)" : "white");
}
