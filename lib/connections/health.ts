import type { ConnectionHealth } from "#lib/contract/connections.ts";
import type { ConnectionCalls } from "#lib/db/generated/client.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";

export type CallsOfMinute = Omit<ConnectionCalls, "connectionId" | "operation">;

const HOUR_MS = 3_600_000;
const HOURS = 24;
const ERRORS_SHOWN = 6;

/** What the calls of the last day say of a connection. */
export function healthOfCalls(
  rows: readonly CallsOfMinute[],
  now: Date,
): Pick<ConnectionHealth, "hour" | "day" | "hours" | "errors"> {
  const ageMs = ({ minute }: CallsOfMinute) => now.getTime() - minute.getTime();
  const ofDay = rows.filter((row) => ageMs(row) < HOURS * HOUR_MS);
  const hours = Array.from({ length: HOURS }, (_, index) => {
    const hoursAgo = HOURS - 1 - index;
    const { calls, failed } = sumOf(ofDay.filter((row) => hoursSince(ageMs(row)) === hoursAgo));
    return { calls, failed };
  });
  return {
    hour: sumOf(ofDay.filter((row) => ageMs(row) < HOUR_MS)),
    day: sumOf(ofDay),
    hours,
    errors: errorsOf(ofDay),
  };
}

/** A minute that has just begun may lie ahead of our own clock. */
function hoursSince(ageMs: number): number {
  return Math.max(0, Math.floor(ageMs / HOUR_MS));
}

function sumOf(rows: readonly CallsOfMinute[]): ConnectionHealth["day"] {
  const count = (some: readonly CallsOfMinute[]) => some.reduce((sum, { calls }) => sum + calls, 0);
  const answered = rows.filter(({ outcome }) => outcome !== "timeout" && outcome !== "unreachable");
  const answeredMs = answered.reduce((sum, { latencyMsSum }) => sum + Number(latencyMsSum), 0);
  const answers = count(answered);
  return {
    calls: count(rows),
    failed: count(rows.filter(({ outcome }) => isTrouble(outcome))),
    latencyMs: answers === 0 ? null : Math.round(answeredMs / answers),
  };
}

/**
 * Whether an outcome speaks against the connection: nobody answered, or upstream or its account is in trouble. A request
 * that upstream would not have, or has no place for now, says that it is well.
 */
export function isTrouble(outcome: string): boolean {
  if (outcome === "ok") return false;
  const business = /^\d+$/.test(outcome) ? findBusinessCode(Number(outcome)) : undefined;
  if (business !== undefined) return business.class !== "params" && business.class !== "policy";
  const status = /^http (\d{3})$/.exec(outcome)?.[1];
  return status === undefined || status >= "500" || status === "401" || status === "403";
}

function errorsOf(rows: readonly CallsOfMinute[]): ConnectionHealth["errors"] {
  const byOutcome = Map.groupBy(
    rows.filter(({ outcome }) => outcome !== "ok"),
    ({ outcome }) => outcome,
  );
  return [...byOutcome]
    .map(([outcome, its]) => ({
      outcome,
      calls: its.reduce((sum, { calls }) => sum + calls, 0),
      lastAt: new Date(Math.max(...its.map(({ minute }) => minute.getTime()))).toISOString(),
    }))
    .sort((a, b) => b.calls - a.calls)
    .slice(0, ERRORS_SHOWN);
}
