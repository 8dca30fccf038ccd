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

type DueLooks = {
  readonly connectionId: string;
  readonly limit: number;
  /** Those that are due within this time go along, so that one call serves more of them. */
  readonly aheadMs: number;
};

/**
 * Takes the leases of a connection's due tasks, the most overdue first. Each task is given to one caller, however many
 * ask at once; the raised fence makes every write of an earlier holder touch no row.
 */
export function leaseLooks({ connectionId, limit, aheadMs }: DueLooks): Promise<TrackedTask[]> {
  return systemDb.$queryRaw<TrackedTask[]>`
    WITH due AS MATERIALIZED (
      SELECT "id" FROM "Task"
      WHERE "connectionId" = ${connectionId} AND "status" IN ('submitted', 'processing')
        AND "nextStepAt" <= now() + make_interval(secs => ${aheadMs / 1000})
        AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      ORDER BY "nextStepAt" LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE "Task" AS task SET "fence" = "fence" + 1,
      "leaseUntil" = now() + make_interval(secs => ${LOOK_LEASE_SECONDS})
    FROM due WHERE task."id" = due."id"
    RETURNING task."id", "teamId", "connectionId", "createdById", "apiKeyId", "request", "status", "fence", "paidTry",
      "upstreamExternalId", "upstreamTaskId", "nextStepAt", "stepFailures", "progress", "pace", "queuedAt", "submittedAt"`;
}
