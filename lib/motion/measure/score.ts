import type { MotionReport } from "./motion-report.ts";

/** As shares of the width: an error that nobody sees, and the least that a way counts for, so that short ways forgive some. */
const UNSEEN_ERROR = 0.01;
const SHORTEST_WAY = 0.06;
/** A region that does not move at all is nine tenths of its way wrong, as `waysApart` counts: that is worth nothing. */
const WORTHLESS_SHARE = 0.9;

/** @returns 0 to 100 */
export function scoreOfRegion(errorShare: number, lengthShare: number): number {
  const worthless = WORTHLESS_SHARE * Math.max(SHORTEST_WAY, lengthShare);
  return between((1 - Math.max(0, errorShare - UNSEEN_ERROR) / (worthless - UNSEEN_ERROR)) * 100);
}

const UNSEEN_DRIFT = 0.005;
const WORTHLESS_DRIFT = 0.05;

/** @returns 0 to 100 */
export function scoreOfStill(driftShare: number): number {
  return between((1 - (driftShare - UNSEEN_DRIFT) / (WORTHLESS_DRIFT - UNSEEN_DRIFT)) * 100);
}

/** What moved counts for this much more than what had to stay. */
const WEIGHT_OF_A_REGION = 2;

/** The mean of all parts, each region counting twice; null without any. */
export function scoreOf({ regions, stillDriftShare, camera }: Omit<MotionReport, "score">): number | null {
  const parts = [
    ...regions.map(({ score }) => ({ score, weight: WEIGHT_OF_A_REGION })),
    ...(stillDriftShare === null ? [] : [{ score: scoreOfStill(stillDriftShare), weight: 1 }]),
    ...(camera === null ? [] : [{ score: camera.score, weight: 1 }]),
  ];
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return Math.round(parts.reduce((sum, { score, weight }) => sum + score * weight, 0) / weights);
}

function between(score: number): number {
  return Math.round(Math.min(100, Math.max(0, score)));
}
