import type { RateClass } from "#lib/contract/operation.ts";
import { consumeRateLimit, type RateRule } from "#lib/db/consume-rate-limit.ts";
import { AppError } from "#lib/shared/errors.ts";

/** Per caller: a signed-in person, a key, the task that an upstream tells of, or else an address. */
const RULES: Readonly<Record<RateClass, RateRule>> = {
  credentials: { windowSeconds: 60, max: 10 },
  costly: { windowSeconds: 60, max: 120 },
  write: { windowSeconds: 60, max: 60 },
  callback: { windowSeconds: 60, max: 30 },
};

/** Strangers whose address is not known share one count, which must leave room for a whole team. */
const SHARED_FACTOR = 6;

type Use = {
  readonly rateClass: RateClass;
  /** User or key id, address, or null for a stranger of unknown address. */
  readonly callerId: string | null;
  readonly now: Date;
};

/** @throws AppError rate_limited with `details.retryAfterSeconds` */
export async function limitRate({ rateClass, callerId, now }: Use): Promise<void> {
  const { windowSeconds, max } = RULES[rateClass];
  const rule = callerId === null ? { windowSeconds, max: max * SHARED_FACTOR } : { windowSeconds, max };
  const verdict = await consumeRateLimit(`${rateClass}|${callerId ?? "anyone"}`, rule, now);
  if (verdict.allowed) return;
  const { retryAfterSeconds } = verdict;
  throw new AppError("rate_limited", `Too many calls. Try again in ${retryAfterSeconds} seconds.`, {
    retryable: true,
    details: { retryAfterSeconds },
  });
}
