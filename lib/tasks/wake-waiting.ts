import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { lockConnection } from "./lock-connection.ts";
import { type Next, nextInLine } from "./next-in-line.ts";

type AnyTransaction = Transaction | SystemTransaction;

/** Wakes those at the head of a connection's lines for whom there are places now. Takes the connection's lock. */
export async function wakeWaiting(
  tx: AnyTransaction,
  { connectionId, queue }: { readonly connectionId: string; readonly queue: Queue },
): Promise<void> {
  const connection = await lockConnection(tx, connectionId);
  if (connection !== null) await wake(tx, { next: await nextInLine(tx, connection), queue });
}

/** Gives a job to those who have none on the way; under the connection's lock. */
export async function wake(
  tx: AnyTransaction,
  { next, queue }: { readonly next: readonly Next[]; readonly queue: Queue },
): Promise<void> {
  const asleep = next.filter(({ nextStepAt }) => nextStepAt === null);
  if (asleep.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Task" SET "nextStepAt" = now()
    WHERE "id" = ANY(${asleep.map(({ id }) => id)}) AND "status" = 'queued'`;
  for (const { id: taskId, connectionId, paidTry } of asleep)
    await queue.enqueue(tx, submitTaskJob, { taskId, connectionId, paidTry });
}
