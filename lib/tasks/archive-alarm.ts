/** Days after which somebody must hear of a file that is still not ours: of the 30 that upstream keeps it (off-26). */
export const ALARM_DAYS = [7, 20, 27] as const;

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

type Made = {
  /** When we first heard of it. */
  readonly heardAt: Date;
  /** When upstream deletes it; null when it does not say. */
  readonly dies: Date | null;
};

/** When a file was made, at the latest: a studio that was switched off hears of it late. */
export function madeAt({ heardAt, dies }: Made): Date {
  if (dies === null) return heardAt;
  return new Date(Math.min(heardAt.getTime(), dies.getTime() - KEPT_DAYS * DAY_MS));
}

/** The last alarm that is due by now; null before the first. */
export function alarmDueAt(made: Made, now: Date): number | null {
  const ageDays = (now.getTime() - madeAt(made).getTime()) / DAY_MS;
  return ALARM_DAYS.findLast((days) => ageDays >= days) ?? null;
}
