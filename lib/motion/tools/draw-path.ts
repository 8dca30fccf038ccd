import { STILL } from "../labels.ts";
import { MOST_POINTS, pathFromDrawing, tidyPath } from "../path/tidy-path.ts";
import type { Down, Move } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { commitPath } from "./commit-path.ts";
import { hitAt } from "./hit.ts";
import { grab } from "./move-path.ts";
import { straightened } from "./polygon.ts";
import { became, refused, rest, type Step, type World } from "./step.ts";

/** On a handle or a line the pointer moves what is there; anywhere else a new path begins, from its region outwards. */
export function pathDown(state: BrushState, event: Down, world: World): Step {
  const { gesture } = state;
  const { pointerId, sample, screen } = event;
  if (gesture.mode === "drawing-path") {
    const next = straightened(gesture.points.at(-1), sample.at, event.modifiers);
    return became({ ...state, gesture: { ...gesture, pointerId, next, downAt: screen } });
  }
  const hit = hitAt(state, { at: sample.at, kind: event.kind }, world);
  if (hit.on === "handle" || hit.on === "path") return grab(state, { event, hit, isWhole: false }, world);
  const region = hit.on === "label" && hit.label !== STILL ? hit.label : state.label;
  if (region === STILL) return refused(state, "still-has-no-path");
  const begun = { mode: "drawing-path", pointerId, region, isFreehand: false, points: [] } as const;
  return became({
    ...state,
    label: region,
    chosen: null,
    gesture: { ...begun, next: sample.at, downAt: screen },
  });
}

/** CSS pixels that a hand moves during a tap. */
const TAP_PX = 4;

export function pathMove(state: BrushState, gesture: GestureOf<"drawing-path">, event: Move): Step {
  const { isFreehand, points, downAt, next } = gesture;
  const isDrag = Math.hypot(event.screen.x - downAt.x, event.screen.y - downAt.y) > TAP_PX;
  if (!isFreehand && (points.length > 0 || !isDrag)) return pathHover(state, gesture, event);
  const drawn = [...(isFreehand ? points : [next]), ...event.samples.map(({ at }) => at)];
  return became({
    ...state,
    gesture: { ...gesture, isFreehand: true, points: drawn, next: drawn.at(-1) ?? next },
  });
}

export function pathHover(
  state: BrushState,
  gesture: GestureOf<"drawing-path">,
  { samples, modifiers }: Move,
): Step {
  const at = samples.at(-1)?.at;
  const next = at === undefined ? gesture.next : straightened(gesture.points.at(-1), at, modifiers);
  return became({ ...state, gesture: { ...gesture, next } });
}

/** The end of a drawn line ends the path; the end of a tap adds a point, and one on the last point ends the path. */
export function pathUp(state: BrushState, gesture: GestureOf<"drawing-path">, world: World): Step {
  const { isFreehand, points, next } = gesture;
  if (isFreehand) return pathFinished(state, gesture, world);
  const last = points.at(-1);
  const isSamePlace =
    last !== undefined && Math.hypot(last.x - next.x, last.y - next.y) * state.view.scale <= TAP_PX;
  if (isSamePlace) return pathFinished(state, gesture, world);
  const waiting = { ...state, gesture: { ...gesture, pointerId: null } };
  if (points.length >= MOST_POINTS) return refused(waiting, "path-full");
  return became({ ...waiting, gesture: { ...gesture, pointerId: null, points: [...points, next] } });
}

export function pathFinished(
  state: BrushState,
  { isFreehand, points, region }: GestureOf<"drawing-path">,
  world: World,
): Step {
  const path = isFreehand ? pathFromDrawing(points, state.picture) : tidyPath(points, state.picture);
  return commitPath(rest(state), { region, path, isStartNew: true }, world);
}
