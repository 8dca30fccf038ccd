/** Calls in a row that upstream left unanswered, or answered with a failure of its own, before it is left in peace. */
export const BREAKER_THRESHOLD = 5;

/** A probe that was let through belongs to one caller for this long; longer than any call may take. */
export const PROBE_SECONDS = 90;

const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 5 * 60_000;

type Failing = {
  /** Failures in a row, the newest included. */
  readonly failures: number;
  /** 0 (included) to 1 (excluded). */
  readonly random: number;
};

/**
 * How long no call may go to an upstream that failed once more; null while that may still be chance. Doubles with every
 * failed probe; between half and all of it, so that many studios do not come back together.
 */
export function restMs({ failures, random }: Failing): number | null {
  if (failures < BREAKER_THRESHOLD) return null;
  const longestMs = Math.min(
    LONGEST_REST_MS,
    FIRST_REST_MS * 2 ** Math.min(failures - BREAKER_THRESHOLD, 30),
  );
  return Math.round(longestMs * (0.5 + random / 2));
}

type BreakerFacts = { readonly failures: number; readonly isResting: boolean };

/** `probe`: exactly one call may find out whether upstream is back. */
export function breakerState({ failures, isResting }: BreakerFacts): "closed" | "open" | "probe" {
  if (failures < BREAKER_THRESHOLD) return "closed";
  return isResting ? "open" : "probe";
}
