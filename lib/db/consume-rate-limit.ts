import { newId } from "#lib/shared/ids.ts";
import { systemDb } from "./client.ts";

export type RateRule = { readonly windowSeconds: number; readonly max: number };

export type RateVerdict =
  | { readonly allowed: true }
  /** Seconds until the window ends, at least 1. */
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Windows are far shorter than this, so older rows say nothing any more. */
const KEEP_MS = 24 * 60 * 60 * 1000;
const PRUNE_EVERY_MS = 60 * 60 * 1000;

/**
 * Counts one use of `key` in a fixed window and says whether it is within the rule. One UPSERT: exact over any
 * number of parallel requests and web processes. Refused uses count too, so hammering does not help.
 */
export async function consumeRateLimit(key: string, rule: RateRule, now: Date): Promise<RateVerdict> {
  const nowMs = now.getTime();
  const expired = BigInt(nowMs - rule.windowSeconds * 1000);
  const rows = await systemDb.$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "RateLimit" AS held ("id", "key", "count", "lastRequest")
    VALUES (${newId("rateLimit")}, ${key}, 1, ${BigInt(nowMs)})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN held."lastRequest" <= ${expired} THEN 1 ELSE held."count" + 1 END,
      "lastRequest" = CASE WHEN held."lastRequest" <= ${expired} THEN ${BigInt(nowMs)} ELSE held."lastRequest" END
    RETURNING "count", "lastRequest"`;
  await pruneNowAndThen(nowMs);
  const row = rows[0];
  if (row === undefined || row.count <= rule.max) return { allowed: true };
  const endsMs = Number(row.lastRequest) + rule.windowSeconds * 1000;
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((endsMs - nowMs) / 1000)) };
}

/** Forgets the count of `key`: what it guarded against did not happen. */
export async function resetRateLimit(key: string): Promise<void> {
  await systemDb.rateLimit.deleteMany({ where: { key } });
}

let prunedAtMs = 0;

async function pruneNowAndThen(nowMs: number): Promise<void> {
  if (nowMs - prunedAtMs < PRUNE_EVERY_MS) return;
  prunedAtMs = nowMs;
  await systemDb.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(nowMs - KEEP_MS) } } });
}
