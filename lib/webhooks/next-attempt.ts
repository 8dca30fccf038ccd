const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first, the second … failed attempt: ten attempts over a good three days (Standard Webhooks). */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** A fifth more or less, so that deliveries which failed together do not come back together. */
const JITTER = 0.2;

/** Statuses with which a receiver says that it is being told too much (Standard Webhooks). */
const THROTTLING: readonly number[] = [429, 502, 504];
/** The least pause of such a receiver, for all that it is to be told. */
const THROTTLE_MS = 30 * SECOND_MS;
/** A receiver may not put us off for longer than our own longest wait. */
const LONGEST_PAUSE_MS = 24 * HOUR_MS;

/** What came of one attempt: the HTTP status of an answer, or why there was none. */
export type AttemptOutcome =
  | { readonly type: "answered"; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly type: "unreachable"; readonly reason: string }
  /** The address may not be called. */
  | { readonly type: "refused"; readonly reason: string };

export type NextAttempt =
  | { readonly type: "delivered" }
  /** `gone`: the receiver wants no more of anything. */
  | { readonly type: "given_up"; readonly gone: boolean }
  /** `pauseMs`: for so long nothing else should be sent to this receiver either; 0 = no pause. */
  | { readonly type: "again"; readonly delayMs: number; readonly pauseMs: number };

/** Decides after an attempt; `attempts` counts it, `random` is 0 (included) to 1 (excluded). */
export function nextAttempt(
  outcome: AttemptOutcome,
  { attempts, random }: { readonly attempts: number; readonly random: number },
): NextAttempt {
  if (outcome.type === "refused") return { type: "given_up", gone: false };
  if (outcome.type === "answered" && outcome.status >= 200 && outcome.status < 300)
    return { type: "delivered" };
  // 410 Gone is a receiver's way of saying that it wants no more (Standard Webhooks).
  if (outcome.type === "answered" && outcome.status === 410) return { type: "given_up", gone: true };
  const waitMs = WAITS_MS[attempts - 1];
  if (waitMs === undefined) return { type: "given_up", gone: false };
  const pauseMs = pauseOf(outcome);
  const delayMs = Math.round(waitMs * (1 - JITTER + 2 * JITTER * random));
  return { type: "again", delayMs: Math.max(delayMs, pauseMs), pauseMs };
}

function pauseOf(outcome: AttemptOutcome): number {
  if (outcome.type !== "answered") return 0;
  const asked = Math.min(outcome.retryAfterMs ?? 0, LONGEST_PAUSE_MS);
  return THROTTLING.includes(outcome.status) ? Math.max(asked, THROTTLE_MS) : asked;
}
