import type { Path } from "../document.ts";
import { firstPath } from "../forms/first-path.ts";
import { REGIONS, type Region, STILL } from "../labels.ts";
import { movedBy, reversed, withoutPoint, withPoint, withPointMoved } from "../path/edit-path.ts";
import { LEAST_POINTS, MOST_POINTS } from "../path/tidy-path.ts";
import { type ImagePoint, imagePoint } from "../point.ts";
import { panBy } from "../view/view.ts";
import type { BrushState, Chosen } from "./brush-state.ts";
import { commitPath } from "./commit-path.ts";
import { became, ignored, refused, type Step, type World } from "./step.ts";

type Nudge = { readonly x: number; readonly y: number; readonly isFar: boolean };

const FAR_PX = 10;
/** CSS pixels that an arrow pans where nothing is chosen. */
const PAN_PX = 48;

/** Arrows move what is chosen by one pixel of the picture, with shift by ten; with nothing chosen they pan. */
export function nudge(state: BrushState, { x, y, isFar }: Nudge, world: World): Step {
  if (state.gesture.mode !== "idle") return became(state);
  const chosen = chosenPath(state, world);
  if (chosen === null)
    return became({ ...state, view: panBy(state.view, state, { x: -x * PAN_PX, y: -y * PAN_PX }) });
  const { region, point, path } = chosen;
  const steps = isFar ? FAR_PX : 1;
  const moved = movedBy(path, { x: x * steps, y: y * steps });
  const next = point === null ? moved : withPointMoved(path, point, moved[point] ?? imagePoint(0, 0));
  return commitPath(state, { region, path: next, isStartNew: false }, world);
}

/**
 * After the chosen point, half way to the next; at the end, one leg on. A region without a path gets its first. Only
 * with the path tool or something chosen: Enter over a brush means nothing.
 */
export function addPoint(state: BrushState, world: World): Step {
  if (state.tool !== "path" && state.chosen === null) return ignored(state);
  const region = state.chosen?.region ?? state.label;
  if (region === STILL) return refused(state, "still-has-no-path");
  const path = world.paths[region];
  if (path === undefined)
    return commitPath(state, { region, path: firstPath(world.labels, region), isStartNew: true }, world);
  if (path.length >= MOST_POINTS) return refused(state, "path-full");
  const index = Math.min(state.chosen?.point ?? path.length - 1, path.length - 1) + 1;
  const step = commitPath(
    state,
    { region, path: withPoint(path, index, added(path, index)), isStartNew: false },
    world,
  );
  return { ...step, state: { ...step.state, label: region, chosen: { region, point: index } } };
}

/** Delete: the chosen point; a path that would be a point, and a path that is chosen as a whole, go altogether. */
export function removeChosen(state: BrushState, world: World): Step {
  const chosen = chosenPath(state, world);
  if (chosen === null) return ignored(state);
  const { region, point, path } = chosen;
  const left = point === null ? [] : withoutPoint(path, point);
  if (left.length < LEAST_POINTS)
    return became(
      { ...state, chosen: { region, point: null } },
      { type: "commit", operation: { type: "path", region, path: [] } },
    );
  const next = { ...state, chosen: { region, point: Math.min(point ?? 0, left.length - 1) } };
  return commitPath(next, { region, path: left, isStartNew: point === 0 }, world);
}

export function reverseChosen(state: BrushState, world: World): Step {
  const region = state.chosen?.region ?? state.label;
  const path = region === STILL ? undefined : world.paths[region];
  if (region === STILL || path === undefined || state.gesture.mode !== "idle") return ignored(state);
  return commitPath(state, { region, path: reversed(path), isStartNew: false }, world);
}

/** Tab: each region that has pixels or a path, then the points of its path. At the ends Tab leaves the canvas. */
export function walkChosen(state: BrushState, direction: 1 | -1, world: World): Step {
  if (state.gesture.mode !== "idle") return became(state);
  const stations = REGIONS.filter((region) => !state.hidden.includes(region)).flatMap((region) =>
    stationsOf(region, world),
  );
  const { chosen } = state;
  const here = stations.findIndex(({ region, point }) => region === chosen?.region && point === chosen.point);
  const next = here < 0 ? (direction > 0 ? 0 : stations.length - 1) : here + direction;
  const station = stations[next];
  if (station === undefined) return ignored({ ...state, chosen: null });
  return became({ ...state, label: station.region, chosen: station });
}

function stationsOf(region: Region, { labels, paths }: World): readonly Chosen[] {
  const path = paths[region] ?? [];
  if (path.length === 0 && !labels.owners.includes(region)) return [];
  return [{ region, point: null }, ...path.map((_, point) => ({ region, point }))];
}

/** `null` where nothing is chosen, or what was chosen is gone after an undo. */
function chosenPath({ chosen }: BrushState, { paths }: World) {
  const path = chosen === null ? undefined : paths[chosen.region];
  if (chosen === null || path === undefined) return null;
  const point = chosen.point === null || path[chosen.point] === undefined ? null : chosen.point;
  return { region: chosen.region, point, path };
}

function added(path: Path, index: number): ImagePoint {
  const before = path[index - 1] ?? imagePoint(0, 0);
  const after = path[index];
  if (after !== undefined) return imagePoint((before.x + after.x) / 2, (before.y + after.y) / 2);
  const earlier = path[index - 2] ?? before;
  return imagePoint(2 * before.x - earlier.x, 2 * before.y - earlier.y);
}
