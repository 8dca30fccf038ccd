import { fromPrisma, type PgBoss } from "pg-boss";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { AppError } from "#lib/shared/errors.ts";
import { startBoss } from "./boss.ts";
import { deliverMessageJob, type TaskJob } from "./jobs.ts";

/** Sends jobs as part of a transaction: they exist exactly when it commits. */
export type Queue = {
  /** @returns false when such a job is waiting already */
  readonly enqueue: (tx: SqlTransaction, job: TaskJob, wanted: Wanted) => Promise<boolean>;
  /** The first jobs of new tasks, by one statement. */
  readonly enqueueNew: (tx: SqlTransaction, job: TaskJob, tasks: readonly NewTask[]) => Promise<void>;
  readonly enqueueDelivery: (tx: SqlTransaction, wanted: WantedDelivery) => Promise<void>;
};

type NewTask = { readonly id: string; readonly connectionId: string };

export type Wanted = {
  readonly taskId: string;
  /** Only a few of one connection run at once. */
  readonly connectionId: string;
  /** One waiting job per task and try: a new paid try must not wait for a job that was put off for the old one. */
  readonly paidTry: number;
  readonly delayMs?: number;
  /** Does not wait for a job of the same try that was put off. */
  readonly isUrgent?: boolean;
};

export type WantedDelivery = {
  /** Of a callback to a gateway client, or of an event to a team's receiver. */
  readonly deliveryId: string;
  /** Only a few of one group run at once: a team's callbacks, or one receiver's messages. */
  readonly groupId: string;
  /** Attempts that were made before: one waiting job per attempt. */
  readonly attempts: number;
  readonly delayMs?: number;
};

export function queueOf(boss: PgBoss): Queue {
  return {
    async enqueue(tx, job, { taskId, connectionId, paidTry, delayMs = 0, isUrgent = false }) {
      const id = await boss.send(
        job.name,
        { taskId },
        {
          db: fromPrisma(tx),
          group: { id: connectionId },
          singletonKey: isUrgent ? `${keyOf(taskId, paidTry)}:now` : keyOf(taskId, paidTry),
          // Counted by the database's clock, like every deadline here.
          ...(delayMs > 0 && { startAfter: delayMs / 1000 }),
        },
      );
      return id !== null;
    },
    async enqueueNew(tx, job, tasks) {
      const jobs = tasks.map(({ id, connectionId }) => ({
        data: { taskId: id },
        group: { id: connectionId },
        singletonKey: keyOf(id, 1),
      }));
      const made = await boss.insert(job.name, jobs, { db: fromPrisma(tx), returnId: true });
      if (made?.length !== jobs.length)
        throw new Error(`not every one of ${tasks.map(({ id }) => id).join()} got its job`);
    },
    async enqueueDelivery(tx, { deliveryId, groupId, attempts, delayMs = 0 }) {
      await boss.send(
        deliverMessageJob.name,
        { deliveryId },
        {
          db: fromPrisma(tx),
          singletonKey: `${deliveryId}:${attempts}`,
          group: { id: groupId },
          ...(delayMs > 0 && { startAfter: delayMs / 1000 }),
        },
      );
    },
  };
}

function keyOf(taskId: string, paidTry: number): string {
  return `${taskId}:${paidTry}`;
}

// One per process, also over the module reloads of `next dev`.
const held = globalThis as { framewrightProducer?: Promise<PgBoss> | undefined };

/**
 * The web's half of the queue, started on first use.
 * @throws AppError provider_unavailable, retryable, while the queue cannot be reached
 */
export async function producerQueue(): Promise<Queue> {
  held.framewrightProducer ??= startBoss("producer");
  try {
    return queueOf(await held.framewrightProducer);
  } catch (cause) {
    held.framewrightProducer = undefined;
    throw new AppError("provider_unavailable", "The queue cannot be reached; try again in a moment.", {
      cause,
      retryable: true,
    });
  }
}

/** Gives the producer's connections back; the next use starts it again. */
export async function closeProducerQueue(): Promise<void> {
  const boss = await held.framewrightProducer?.catch(() => undefined);
  held.framewrightProducer = undefined;
  await boss?.stop({ graceful: false });
}
