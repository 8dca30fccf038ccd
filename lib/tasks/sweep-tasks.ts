import { TASK_STATUSES, type TaskStatus } from "#lib/contract/task-status.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { failOver } from "./fail-over.ts";
import { jobFor } from "./step-jobs.ts";
import { wakeWaiting } from "./wake-waiting.ts";

/** Lower bound: a job that is due is normally taken at once; only what is this late has lost its job. */
const LATE_SECONDS = 5;
/** Per sweep; the next one is seconds away. */
const BATCH = 500;
/** Statuses that a job carries on: what a closed breaker keeps from being looked at must not stand before them. */
const BY_JOB = TASK_STATUSES.filter((status) => jobFor(status) !== null);

type OverdueRow = {
  readonly id: string;
  readonly connectionId: string;
  readonly paidTry: number;
  readonly status: TaskStatus;
};

/**
 * Finds tasks whose next step nobody takes, because a job was lost or a worker died holding the lease, and makes a job
 * for each. Idempotent: a job that waits already is not made twice, and two that run are kept apart by the fence. Those
 * that run upstream need no job: the tracker finds every row that has a due time, and here each is given one.
 */
export async function sweepTasks(queue: Queue): Promise<void> {
  await remindTracker();
  await requeueOverdue(queue);
  await fillFreePlaces(queue);
  await moveFromClosed(queue);
}

async function remindTracker(): Promise<void> {
  await systemDb.$executeRaw`
    UPDATE "Task" SET "nextStepAt" = now() WHERE "status" IN ('submitted', 'processing') AND "nextStepAt" IS NULL`;
}

async function requeueOverdue(queue: Queue): Promise<void> {
  const overdue = await systemDb.$queryRaw<OverdueRow[]>`
    SELECT "id", "connectionId", "paidTry", "status" FROM "Task"
    WHERE "status" = ANY(${BY_JOB})
      AND ("leaseUntil" < now() OR ("leaseUntil" IS NULL AND "nextStepAt" < now() - make_interval(secs => ${LATE_SECONDS})))
    ORDER BY "nextStepAt" LIMIT ${BATCH}`;
  for (const { id, connectionId, paidTry, status } of overdue) {
    const job = jobFor(status);
    const wanted = { taskId: id, connectionId, paidTry };
    if (job !== null) await systemDb.$transaction((tx) => queue.enqueue(tx, job, wanted));
  }
}

/** Tasks that wait although they could go: a limit was raised, a back-off has passed, or the worker that freed a place died. */
async function fillFreePlaces(queue: Queue): Promise<void> {
  const waiting = await systemDb.$queryRaw<{ connectionId: string }[]>`
    SELECT DISTINCT "connectionId" FROM "Task" JOIN "Connection" ON "Connection"."id" = "connectionId"
    WHERE "status" = 'queued' AND "nextStepAt" IS NULL AND "pausedAt" IS NULL`;
  for (const { connectionId } of waiting) {
    await systemDb.$transaction((tx) => wakeWaiting(tx, { connectionId, queue }));
  }
}

/** Per sweep; picked by chance, so that those which cannot move do not stand before those which can. */
const MOVES_PER_SWEEP = 25;

/**
 * Tasks that sleep on a connection whose account refuses or whose breaker is open, while their team has another one and wants
 * them moved.
 */
async function moveFromClosed(queue: Queue): Promise<void> {
  const sleeping = await systemDb.$queryRaw<{ id: string }[]>`
    SELECT task."id" FROM "Task" AS task
    JOIN "Connection" AS own ON own."id" = task."connectionId"
    JOIN "TeamPolicy" AS policy ON policy."teamId" = task."teamId" AND policy."mayFailOver"
    WHERE task."status" = 'queued' AND task."nextStepAt" IS NULL AND task."submitCalls" = 0
      AND task."failedOverFromId" IS NULL AND (own."pausedAt" IS NOT NULL OR own."breakerOpenUntil" > now())
      AND EXISTS (
        SELECT 1 FROM "Connection" AS other
        WHERE other."teamId" = task."teamId" AND other."id" <> own."id" AND other."provider" <> 'sandbox'
          AND other."isEnabled" AND other."pausedAt" IS NULL AND other."removedAt" IS NULL
      )
    ORDER BY random() LIMIT ${MOVES_PER_SWEEP}`;
  for (const { id } of sleeping) await failOver(id, queue);
}
