import { gather } from "#lib/shared/gather.ts";
import { newId } from "#lib/shared/ids.ts";
import { systemDb } from "./client.ts";
import { countBySql } from "./pipeline.ts";

export type RateRule = { readonly windowSeconds: number; readonly max: number };

export type RateVerdict =
  | { readonly allowed: true }
  /** Seconds until the window ends, at least 1. */
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Windows are far shorter than this, so older rows say nothing any more. */
const KEEP_MS = 24 * 60 * 60 * 1000;
const PRUNE_EVERY_MS = 60 * 60 * 1000;

/**
 * Counts one use of `key` in a fixed window and says whether it is within the rule. Exact over any number of parallel
 * requests and web processes. Refused uses count too, so hammering does not help.
 */
export async function consumeRateLimit(key: string, rule: RateRule, now: Date): Promise<RateVerdict> {
  const nowMs = now.getTime();
  const { count, startedMs } = await countWithOthers({ key, windowSeconds: rule.windowSeconds, nowMs });
  await pruneNowAndThen(nowMs);
  if (count <= rule.max) return { allowed: true };
  const endsMs = startedMs + rule.windowSeconds * 1000;
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((endsMs - nowMs) / 1000)) };
}

type Use = { readonly key: string; readonly windowSeconds: number; readonly nowMs: number };

/** How many uses its window had with it, and when the window began. */
type Counted = { readonly count: number; readonly startedMs: number };

const countWithOthers = gather<Use, Counted>({
  laneOf: ({ windowSeconds }) => String(windowSeconds),
  maxItems: 1_000,
  work: async (uses, windowSeconds) => tellEach(uses, await countUses(uses, Number(windowSeconds) * 1000)),
});

type Window = { readonly key: string; readonly count: number; readonly startedMs: number };

/** One UPSERT for all of them. Rows are locked in the order of their keys, so that no two processes wait for each other. */
function countUses(uses: readonly Use[], windowMs: number): Promise<Window[]> {
  const rows = uses.map(({ key, nowMs }) => ({ id: newId("rateLimit"), key, nowMs }));
  return countBySql<Window>`
    INSERT INTO "RateLimit" AS held ("id", "key", "count", "lastRequest")
    SELECT min("id"), "key", count(*), max("nowMs")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS use ("id" text, "key" text, "nowMs" bigint)
    GROUP BY "key" ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET
      "count" = excluded."count"
        + CASE WHEN held."lastRequest" <= excluded."lastRequest" - ${windowMs}::bigint THEN 0 ELSE held."count" END,
      "lastRequest" = CASE WHEN held."lastRequest" <= excluded."lastRequest" - ${windowMs}::bigint
        THEN excluded."lastRequest" ELSE held."lastRequest" END
    RETURNING "key", "count", "lastRequest"::float8 AS "startedMs"`;
}

/** The last of a window's uses has the window's count, those before it one less each. */
function tellEach(uses: readonly Use[], windows: readonly Window[]): PromiseFulfilledResult<Counted>[] {
  const left = new Map(windows.map((window) => [window.key, { ...window, count: window.count }]));
  return uses
    .toReversed()
    .map(({ key }) => {
      const window = left.get(key);
      if (window === undefined) throw new Error(`the uses of ${key} were not counted`);
      const { count, startedMs } = window;
      window.count -= 1;
      return { status: "fulfilled", value: { count, startedMs } } as const;
    })
    .toReversed();
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
