import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";

type AnyTransaction = Transaction | SystemTransaction;

/**
 * Orders the count of a connection's parallel places: whoever frees one and whoever finds none free must not miss each
 * other. Taken before any task row, by everybody.
 */
export async function lockConnection(tx: AnyTransaction, connectionId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Connection" WHERE "id" = ${connectionId} FOR NO KEY UPDATE`;
}

type Waking = { readonly connectionId: string; readonly queue: Queue; readonly count?: number };

/** Wakes the tasks that have waited longest for a place on this connection. */
export async function wakeWaiting(
  tx: AnyTransaction,
  { connectionId, queue, count = 1 }: Waking,
): Promise<void> {
  const woken = await tx.$queryRaw<{ id: string; paidTry: number }[]>`
    UPDATE "Task" SET "nextStepAt" = now()
    WHERE "id" IN (
      SELECT "id" FROM "Task"
      WHERE "connectionId" = ${connectionId} AND "status" = 'queued' AND "nextStepAt" IS NULL
      ORDER BY "queuedAt", "id" LIMIT ${count} FOR UPDATE SKIP LOCKED
    ) RETURNING "id", "paidTry"`;
  for (const { id, paidTry } of woken) await queue.enqueue(tx, submitTaskJob, { taskId: id, paidTry });
}
