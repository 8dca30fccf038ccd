/** How a process that dies again and again is restarted. */
export type CrashHistory = { crashesInARow: number };

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const HEALTHY_AFTER_MS = 60_000;

/**
 * Doubles from half a second to half a minute; a run of a minute counts as healthy and starts over.
 * `ranForMs`: how long the process lived this time.
 */
export function restartDelay(
  history: CrashHistory,
  ranForMs: number,
): { delayMs: number; history: CrashHistory } {
  const crashesInARow = ranForMs >= HEALTHY_AFTER_MS ? 1 : history.crashesInARow + 1;
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (crashesInARow - 1), LONGEST_DELAY_MS);
  return { delayMs, history: { crashesInARow } };
}
