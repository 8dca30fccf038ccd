import type { Path } from "../document.ts";
import { movedBy, withPoint, withPointMoved } from "../path/edit-path.ts";
import { MOST_POINTS } from "../path/tidy-path.ts";
import type { ImagePoint } from "../point.ts";
import type { Down, Move } from "./brush-event.ts";
import type { BrushState, GestureOf } from "./brush-state.ts";
import { commitPath } from "./commit-path.ts";
import { type Hit, hitAt } from "./hit.ts";
import { startPanning } from "./look.ts";
import { became, refused, rest, type Step, type World } from "./step.ts";

/** The hand moves points and whole paths; on a region it takes the region up, and then it pans. */
export function handDown(state: BrushState, event: Down, world: World): Step {
  const hit = hitAt(state, { at: event.sample.at, kind: event.kind }, world);
  if (hit.on === "handle" || hit.on === "path") return grab(state, { event, hit, isWhole: true }, world);
  return startPanning(hit.on === "label" ? { ...state, label: hit.label, chosen: null } : state, event);
}

type Grab = {
  readonly event: Down;
  readonly hit: Extract<Hit, { on: "handle" | "path" }>;
  /** Whether a line is moved as a whole, or gets a new point where it was taken. Alt says the other. */
  readonly isWhole: boolean;
};

export function grab(state: BrushState, { event, hit, isWhole }: Grab, { paths }: World): Step {
  const { region } = hit;
  const original = paths[region] ?? [];
  const from = event.sample.at;
  const moving = { mode: "moving-path", pointerId: event.pointerId, region, from } as const;
  const taken = { ...state, label: region };
  const start = (point: number | null, path: Path): Step =>
    became({
      ...taken,
      chosen: { region, point },
      gesture: { ...moving, point, original: path, path },
    });
  if (hit.on === "handle") return start(hit.point, original);
  if (isWhole !== event.modifiers.alt) return start(null, original);
  if (original.length >= MOST_POINTS) return refused(taken, "path-full");
  return start(hit.to, withPoint(original, hit.to, from));
}

export function movingMove(state: BrushState, gesture: GestureOf<"moving-path">, { samples }: Move): Step {
  const { original, point, from } = gesture;
  const at = samples.at(-1)?.at;
  if (at === undefined) return became(state);
  const moved = movedBy(original, { x: at.x - from.x, y: at.y - from.y });
  const path = point === null ? moved : withPointMoved(original, point, moved[point] ?? at);
  return became({ ...state, gesture: { ...gesture, path } });
}

export function movingUp(state: BrushState, gesture: GestureOf<"moving-path">, world: World): Step {
  const { region, path, point } = gesture;
  const before = world.paths[region] ?? [];
  const isSame = path.length === before.length && path.every(({ x, y }, index) => isAt(before[index], x, y));
  if (isSame) return became(rest(state));
  return commitPath(rest(state), { region, path, isStartNew: point === 0 }, world);
}

function isAt(point: ImagePoint | undefined, x: number, y: number): boolean {
  return point?.x === x && point.y === y;
}
