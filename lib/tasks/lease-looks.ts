import { systemDb } from "#lib/db/client.ts";
import type { TrackedTask } from "./tracked-task.ts";

/**
 * How long a look may take, its answers' recording included, by the database's clock. It is not renewed: asking has a
 * deadline well below it. What a killed tracker had in hand is free again after this.
 */
export const LOOK_LEASE_SECONDS = 25;

/** Connections with a task whose look is due, unless their breaker keeps calls away. One probe of an index when there are none. */
export async function connectionsToLookAt(): Promise<readonly string[]> {
  const rows = await systemDb.$queryRaw<{ connectionId: string }[]>`
    SELECT DISTINCT task."connectionId" FROM "Task" AS task
    JOIN "Connection" AS connection ON connection."id" = task."connectionId"
    WHERE task."status" IN ('submitted', 'processing') AND task."nextStepAt" <= now()
      AND (task."leaseUntil" IS NULL OR task."leaseUntil" < now())
      AND (connection."breakerOpenUntil" IS NULL OR connection."breakerOpenUntil" <= now())`;
  return rows.map(({ connectionId }) => connectionId);
}

/** How many of a connection's looks are wanted. */
export type WantedLooks = {
  readonly connectionId: string;
  readonly limit: number;
  /** Those that are due within this time go along, so that one call serves more of them. At most `MAX_AHEAD_MS`. */
  readonly aheadMs: number;
};

export const MAX_AHEAD_MS = 5_000;

/**
 * Looks that one tracker takes at a time, over all connections: so few that all of them could have changed and still be
 * written down before their leases run out, however much has become due while nobody looked.
 */
const AT_A_TIME = 600;

/**
 * Takes the leases of these connections' due tasks, those first that have waited longest, in one statement. Each task is given to
 * one caller, however many ask at once; the raised fence makes every write of an earlier holder touch no row.
 */
export async function leaseLooks(wanted: readonly WantedLooks[]): Promise<readonly TrackedTask[]> {
  if (wanted.length === 0) return [];
  return systemDb.$queryRaw<TrackedTask[]>`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS wanted ("connectionId" text, "limit" int, "aheadMs" int)
    ), ranked AS (
      SELECT task."id", wanted."limit", min(task."nextStepAt") OVER (PARTITION BY task."connectionId") AS since,
        row_number() OVER (PARTITION BY task."connectionId" ORDER BY task."nextStepAt") AS place
      FROM "Task" AS task JOIN wanted ON wanted."connectionId" = task."connectionId"
      WHERE task."status" IN ('submitted', 'processing')
        AND task."nextStepAt" <= now() + make_interval(secs => ${MAX_AHEAD_MS / 1000})
        AND task."nextStepAt" <= now() + make_interval(secs => wanted."aheadMs" / 1000.0)
        AND (task."leaseUntil" IS NULL OR task."leaseUntil" < now())
    ), chosen AS (
      SELECT "id" FROM ranked WHERE place <= "limit" ORDER BY since, place LIMIT ${AT_A_TIME}
    ), due AS MATERIALIZED (
      SELECT "id" FROM "Task"
      WHERE "id" IN (SELECT "id" FROM chosen) AND "status" IN ('submitted', 'processing')
        AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE "Task" AS task SET "fence" = "fence" + 1,
      "leaseUntil" = now() + make_interval(secs => ${LOOK_LEASE_SECONDS})
    FROM due WHERE task."id" = due."id"
    RETURNING task."id", "teamId", "connectionId", "createdById", "apiKeyId", "request", "status", "fence", "paidTry",
      "upstreamExternalId", "upstreamTaskId", "nextStepAt", "stepFailures", "progress", "pace", "queuedAt", "submittedAt"`;
}
