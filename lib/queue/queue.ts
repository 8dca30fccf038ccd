import { fromPrisma, type PgBoss } from "pg-boss";
import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { startBoss } from "./boss.ts";
import { deliverCallbackJob, type TaskJob } from "./jobs.ts";

/** Sends jobs as part of a transaction: they exist exactly when it commits. */
export type Queue = {
  /** @returns false when such a job is waiting already */
  readonly enqueue: (tx: AnyTransaction, job: TaskJob, wanted: Wanted) => Promise<boolean>;
  readonly enqueueCallback: (tx: AnyTransaction, wanted: WantedCallback) => Promise<void>;
};

type AnyTransaction = Transaction | SystemTransaction;

export type Wanted = {
  readonly taskId: string;
  /** One waiting job per task and try: a new paid try must not wait for a job that was put off for the old one. */
  readonly paidTry: number;
  readonly delayMs?: number;
  /** Does not wait for a job of the same try that was put off. */
  readonly isUrgent?: boolean;
};

export type WantedCallback = {
  readonly deliveryId: string;
  readonly teamId: string;
  /** Attempts that were made before: one waiting job per attempt. */
  readonly attempts: number;
  readonly delayMs?: number;
};

export function queueOf(boss: PgBoss): Queue {
  return {
    async enqueue(tx, job, { taskId, paidTry, delayMs = 0, isUrgent = false }) {
      const id = await boss.send(
        job.name,
        { taskId },
        {
          db: fromPrisma(tx),
          singletonKey: isUrgent ? `${taskId}:${paidTry}:now` : `${taskId}:${paidTry}`,
          // Counted by the database's clock, like every deadline here.
          ...(delayMs > 0 && { startAfter: delayMs / 1000 }),
        },
      );
      return id !== null;
    },
    async enqueueCallback(tx, { deliveryId, teamId, attempts, delayMs = 0 }) {
      await boss.send(
        deliverCallbackJob.name,
        { deliveryId },
        {
          db: fromPrisma(tx),
          singletonKey: `${deliveryId}:${attempts}`,
          group: { id: teamId },
          ...(delayMs > 0 && { startAfter: delayMs / 1000 }),
        },
      );
    },
  };
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
