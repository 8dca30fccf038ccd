/** Never sooner: a provider that is in trouble must not be hammered. */
export const MIN_BACK_OFF_MS = 1_000;

type BackOff = {
  /** Failures in a row, this one included: 1 for the first. */
  readonly failures: number;
  readonly maxMs: number;
  /** 0 (included) to 1 (excluded). */
  readonly random: number;
};

/**
 * Exponential back-off with full jitter: anywhere between the least delay and a ceiling that doubles, so that tasks
 * which failed together do not come back together.
 */
export function backOffMs({ failures, maxMs, random }: BackOff): number {
  const ceilingMs = Math.min(maxMs, MIN_BACK_OFF_MS * 2 ** Math.min(failures, 30));
  return Math.round(MIN_BACK_OFF_MS + random * Math.max(0, ceilingMs - MIN_BACK_OFF_MS));
}
