import type { TaskStatus } from "#lib/contract/task-status.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import { appendEvents } from "./append-event.ts";
import { LEASE_SECONDS, type LeasedTask, readLeased } from "./leased-task.ts";
import { OCCUPYING } from "./transitions.ts";

/**
 * Takes the lease of a task that is in one of these statuses and that nobody holds. Raises the fence, so that every
 * write of an earlier holder from now on touches no row.
 * @returns null when there is nothing to do: another worker has it, or it moved on
 */
export async function leaseTask(taskId: string, statuses: readonly TaskStatus[]): Promise<LeasedTask | null> {
  const leased = await systemDb.$executeRaw`
    UPDATE "Task" SET "fence" = "fence" + 1, "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "id" = ${taskId} AND "status" = ANY(${[...statuses]})
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())`;
  return leased === 0 ? null : readLeased(taskId);
}

/**
 * The lease for submitting, which also takes one of the connection's parallel places. They are counted as rows under
 * the connection's lock, so that any number of workers together keep the limit. Without a free place the task stays
 * queued and is woken when one frees.
 */
export async function leaseForSubmission(taskId: string): Promise<LeasedTask | null> {
  const isLeased = await systemDb.$transaction((tx) => takePlace(tx, taskId));
  return isLeased ? readLeased(taskId) : null;
}

async function takePlace(tx: SystemTransaction, taskId: string): Promise<boolean> {
  const [connection] = await tx.$queryRaw<{ id: string; maxParallel: number }[]>`
    SELECT "id", "maxParallel" FROM "Connection"
    WHERE "id" = (SELECT "connectionId" FROM "Task" WHERE "id" = ${taskId}) FOR NO KEY UPDATE`;
  if (connection === undefined) return false;
  const taken = await tx.task.count({
    where: { connectionId: connection.id, status: { in: [...OCCUPYING] }, id: { not: taskId } },
  });
  if (taken >= connection.maxParallel) {
    // Without a due time the sweeper leaves it alone: only a freed place wakes it.
    await tx.$executeRaw`
      UPDATE "Task" SET "nextStepAt" = NULL WHERE "id" = ${taskId} AND "status" = 'queued'`;
    return false;
  }
  const [leased] = await tx.$queryRaw<{ teamId: string; wasQueued: boolean }[]>`
    WITH before AS (SELECT "id", "status" FROM "Task" WHERE "id" = ${taskId} FOR UPDATE)
    UPDATE "Task" SET "fence" = "fence" + 1, "status" = 'submitting',
      "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM before
    WHERE "Task"."id" = before."id" AND "Task"."status" IN ('queued', 'submitting')
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
    RETURNING "teamId", before."status" = 'queued' AS "wasQueued"`;
  if (leased === undefined) return false;
  if (leased.wasQueued) {
    const event = { taskId, type: "submitting", status: "submitting" } as const;
    await appendEvents(tx, { teamId: leased.teamId, events: [event], queue: null });
  }
  return true;
}
