import { CAMERA_AXIS_FIELDS, type CameraAxis } from "#lib/kling/camera.ts";
import { AT_REST, CAMERA_AXES, type CameraControl, type CameraPose, endOf } from "../camera.ts";
import { seenAt } from "../frame/project.ts";
import type { Size } from "../point.ts";
import type { Vector } from "./follow-patch.ts";
import { apply, type Homography } from "./homography.ts";
import type { CameraReport } from "./motion-report.ts";

/** In widths of the frame, on average over it: less than this is no move. */
const LEAST_MOVE = 0.004;
const LEAST_EXPLAINED = 0.3;
const WELL_EXPLAINED = 0.9;
/** A camera that goes the right way is most of it; how purely it does is the rest. */
const SCORE_OF_THE_SIGN = 60;

/**
 * Whether a clip's camera went where it was told to.
 * @param view how the picture has changed from the first frame to the last
 * @returns null for a control that asks for nothing
 */
export function reportCamera(control: CameraControl, view: Homography, size: Size): CameraReport | null {
  const intent = intentOf(control);
  if (intent === null) return null;
  const fit = fitMove(endOf(control), view, size);
  const isSeen = fit.moved >= LEAST_MOVE && fit.explainedShare >= LEAST_EXPLAINED;
  const along = isSeen ? (fit.strength > 0 ? 1 : -1) : 0;
  const agrees = along === 1;
  const purity = Math.min(1, (fit.explainedShare - LEAST_EXPLAINED) / (WELL_EXPLAINED - LEAST_EXPLAINED));
  return {
    ...intent,
    measuredSign: along === 0 ? 0 : along === intent.intendedSign ? 1 : -1,
    agrees,
    explainedShare: fit.explainedShare,
    looksLike: likeliestAxis(view, size),
    score: agrees ? Math.round(SCORE_OF_THE_SIGN + (100 - SCORE_OF_THE_SIGN) * purity) : 0,
  };
}

function intentOf({ type, config = {} }: CameraControl): Pick<CameraReport, "move" | "intendedSign"> | null {
  if (type !== "simple") return { move: type, intendedSign: 1 };
  const move = CAMERA_AXIS_FIELDS.find((axis) => (config[axis] ?? 0) !== 0);
  return move === undefined ? null : { move, intendedSign: (config[move] ?? 0) > 0 ? 1 : -1 };
}

function likeliestAxis(view: Homography, size: Size): CameraAxis | null {
  let [best, most]: [CameraAxis | null, number] = [null, LEAST_EXPLAINED];
  for (const axis of CAMERA_AXIS_FIELDS) {
    const fit = fitMove({ ...AT_REST, ...CAMERA_AXES[axis].atTen }, view, size);
    if (fit.moved >= LEAST_MOVE && fit.explainedShare > most) [best, most] = [axis, fit.explainedShare];
  }
  return best;
}

type Fit = {
  /** 1 when it went exactly as far as the pose says, negative for the other way. */
  readonly strength: number;
  readonly explainedShare: number;
  /** How far the picture moved, root of the mean square, in widths. */
  readonly moved: number;
};

/** How much of what was seen is this move, more or less of it (least squares over places all across the frame). */
function fitMove(pose: CameraPose, view: Homography, size: Size): Fit {
  const cameFrom = seenAt(pose, size);
  let [wanted, seen, both] = [0, 0, 0];
  const places = gridOver(size);
  for (const place of places) {
    const at = toShare(place, size);
    const from = toShare(cameFrom(place), size);
    const to = apply(view, from);
    const expected = { x: at.x - from.x, y: at.y - from.y };
    const actual = { x: to.x - from.x, y: to.y - from.y };
    wanted += expected.x ** 2 + expected.y ** 2;
    seen += actual.x ** 2 + actual.y ** 2;
    both += expected.x * actual.x + expected.y * actual.y;
  }
  return {
    strength: wanted === 0 ? 0 : both / wanted,
    explainedShare: wanted * seen === 0 ? 0 : both ** 2 / (wanted * seen),
    moved: Math.sqrt(seen / places.length),
  };
}

const STEPS = 7;

function gridOver({ widthPx, heightPx }: Size): Vector[] {
  return Array.from({ length: STEPS * STEPS }, (_, index) => ({
    x: (((index % STEPS) + 0.5) * widthPx) / STEPS,
    y: ((Math.floor(index / STEPS) + 0.5) * heightPx) / STEPS,
  }));
}

function toShare({ x, y }: Vector, { widthPx, heightPx }: Size): Vector {
  return { x: (x - widthPx / 2) / widthPx, y: (y - heightPx / 2) / widthPx };
}
