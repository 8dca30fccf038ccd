import type { StrokePoint } from "../document.ts";
import type { Label } from "../labels.ts";
import type { Paint } from "../raster/painter.ts";
import { BUTTON, type Down, type Move, type PointerKind, type Sample } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { became, refused, rest, type Step } from "./step.ts";

/** What a press would paint: the label, or nobody with the eraser, the pen's other end or its barrel button. */
export function paintOf(state: BrushState, { kind, button }: Down): Paint {
  const isPensEraser = kind === "pen" && (button === BUTTON.barrel || button === BUTTON.eraserEnd);
  const label: Label | null = state.tool === "eraser" || isPensEraser ? null : state.label;
  return { label, locked: state.locked };
}

/** A locked region neither loses pixels nor gets new ones. */
export function isRefused({ label, locked }: Paint): boolean {
  return label !== null && locked.includes(label);
}

export function startPainting(state: BrushState, event: Down): Step {
  const paint = paintOf(state, event);
  if (isRefused(paint)) return refused(state, "label-locked");
  const point = strokePoint(state, event.kind, event.sample);
  const isLine = event.modifiers.shift && state.lastPoint !== null;
  const points = isLine && state.lastPoint ? [{ ...point, at: state.lastPoint }, point] : [point];
  const gesture = { mode: "painting", pointerId: event.pointerId, paint, points } as const;
  return became({ ...state, gesture }, { type: "paint", paint, points });
}

export function paintMove(state: BrushState, gesture: GestureOf<"painting">, event: Move): Step {
  const { paint, points } = gesture;
  const added: StrokePoint[] = [];
  for (const sample of event.samples) {
    const point = strokePoint(state, event.kind, sample);
    if (isFarEnough(added.at(-1) ?? points.at(-1), point)) added.push(point);
  }
  if (added.length === 0) return became(state);
  return became(
    { ...state, gesture: { ...gesture, points: [...points, ...added] } },
    { type: "paint", paint, points: [...points.slice(-1), ...added] },
  );
}

export function paintUp(state: BrushState, { paint, points }: GestureOf<"painting">): Step {
  const lastPoint = points.at(-1)?.at ?? state.lastPoint;
  return became(rest({ ...state, lastPoint }), {
    type: "commit",
    operation: { type: "stroke", ...paint, points },
  });
}

/** Share of the brush's radius that is left of it without any pressure. */
const LIGHTEST = 0.2;

function strokePoint(state: BrushState, kind: PointerKind, { at, pressure }: Sample): StrokePoint {
  const share = kind === "pen" ? LIGHTEST + (1 - LIGHTEST) * Math.min(1, Math.max(0, pressure)) : 1;
  return { at, radiusPx: state.brushRadiusPx * share };
}

/** Share of the radius, and of a pixel, below which a step changes nothing that is seen. */
const LEAST_STEP = 0.05;

function isFarEnough(before: StrokePoint | undefined, point: StrokePoint): boolean {
  if (before === undefined) return true;
  const least = Math.max(0.25, point.radiusPx * LEAST_STEP);
  const step = Math.hypot(point.at.x - before.at.x, point.at.y - before.at.y);
  return step >= least || Math.abs(point.radiusPx - before.radiusPx) >= least;
}
