import { cornersOf } from "./corners.ts";
import { atLevel, followPatch, type Patch, type Vector } from "./follow-patch.ts";
import { middle } from "./homography.ts";
import type { Pyramid } from "./pyramid.ts";
import { trackPoints } from "./track-points.ts";

/** Places of an area, in pixels of the first frame. */
export type Area = {
  /** Evenly spread over it and its border, which tells it from what is around. */
  readonly samples: readonly Vector[];
  readonly isIn: (at: Vector) => boolean;
};

const CELLS = 40;
const LEAST_POINTS = 5;
/** As like the first frame as this, and it is the region itself that was found there. */
const SAME = 0.8;
/** Two frames that follow each other differ less. */
const NEARLY_SAME = 0.6;

/**
 * How far an area has gone since the first frame, frame by frame: by the ways of its single points, put right by its
 * appearance in the first frame wherever it is still seen. Where it is lost, it goes on from where it was last seen.
 */
export function followArea(pyramids: readonly Pyramid[], area: Area): readonly Vector[] {
  const [first] = pyramids;
  if (first === undefined) return [];
  const appearance = patchOf(area.samples);
  let gone: Vector = { x: 0, y: 0 };
  let pace: Vector = { x: 0, y: 0 };
  return pyramids.map((pyramid, index) => {
    const before = pyramids[index - 1];
    if (before === undefined) return gone;
    const step = stepOf(before, pyramid, { area, gone, pace });
    const guess = add(gone, step ?? pace);
    const found = followPatch(first, pyramid, appearance, guess);
    const isFound = found !== null && found.likeness >= SAME;
    const now = isFound ? found.by : step === null ? gone : guess;
    pace = isFound || step !== null ? subtract(now, gone) : { x: 0, y: 0 };
    gone = now;
    return now;
  });
}

type Moment = { readonly area: Area; readonly gone: Vector; readonly pace: Vector };

/** From one frame to the next: what most of its points do, or else what it does as a whole. */
function stepOf(before: Pyramid, now: Pyramid, { area, gone, pace }: Moment): Vector | null {
  const isIn = (at: Vector) => area.isIn(subtract(at, gone));
  const whole = followPatch(before, now, patchOf(area.samples.map((at) => add(at, gone))), pace);
  const isWhole = whole !== null && whole.likeness >= NEARLY_SAME;
  const pairs = trackPoints(
    before,
    now,
    cornersOf(before, { cells: CELLS, isIn }),
    isWhole ? whole.by : pace,
  );
  if (pairs.length < LEAST_POINTS) return isWhole ? whole.by : null;
  return {
    x: middle(pairs.map(({ from, to }) => to.x - from.x)),
    y: middle(pairs.map(({ from, to }) => to.y - from.y)),
  };
}

function patchOf(samples: readonly Vector[]): Patch {
  return (level) => (level === 0 ? samples : samples.map((at) => atLevel(at, level)));
}

function add(one: Vector, other: Vector): Vector {
  return { x: one.x + other.x, y: one.y + other.y };
}

function subtract(one: Vector, other: Vector): Vector {
  return { x: one.x - other.x, y: one.y - other.y };
}
