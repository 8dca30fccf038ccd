const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first, the second … failed attempt: eight attempts over about a day. Kling documents none (off-26b). */
const WAITS_MS = [
  5 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  15 * HOUR_MS,
] as const;

/** A fifth more or less, so that deliveries which failed together do not come back together. */
const JITTER = 0.2;

/** What came of one attempt: the HTTP status of an answer, or why there was none. */
export type AttemptOutcome =
  | { readonly type: "answered"; readonly status: number }
  | { readonly type: "unreachable"; readonly reason: string }
  /** The address may not be called, now or later. */
  | { readonly type: "refused"; readonly reason: string };

export type NextAttempt =
  | { readonly type: "delivered" }
  | { readonly type: "given_up" }
  | { readonly type: "again"; readonly delayMs: number };

/** Decides after an attempt; `attempts` counts it, `random` is 0 (included) to 1 (excluded). */
export function nextAttempt(
  outcome: AttemptOutcome,
  { attempts, random }: { readonly attempts: number; readonly random: number },
): NextAttempt {
  if (outcome.type === "refused") return { type: "given_up" };
  if (outcome.type === "answered" && outcome.status >= 200 && outcome.status < 300)
    return { type: "delivered" };
  // 410 Gone is a receiver's way of saying that it wants no more (Standard Webhooks).
  if (outcome.type === "answered" && outcome.status === 410) return { type: "given_up" };
  const waitMs = WAITS_MS[attempts - 1];
  if (waitMs === undefined) return { type: "given_up" };
  return { type: "again", delayMs: Math.round(waitMs * (1 - JITTER + 2 * JITTER * random)) };
}

/** The longest regular wait before each attempt, in seconds, by the attempts made before it. */
export const LONGEST_WAIT_SECONDS: readonly number[] = [
  0,
  ...WAITS_MS.map((ms) => (ms * (1 + JITTER)) / SECOND_MS),
];
