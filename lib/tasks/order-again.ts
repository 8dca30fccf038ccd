import { bookReservations, closeReservation, reserveUnits } from "#lib/billing/ledger.ts";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma, type Task } from "#lib/db/generated/client.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents, type NewTaskEvent } from "./append-event.ts";
import { factsOfTask } from "./file-facts.ts";
import { statusOf } from "./find-task.ts";
import { priceBookOf, unitsOf } from "./price-units.ts";
import { taskRequestOf } from "./task-request.ts";
import { statusAfter } from "./transitions.ts";
import { upstreamExternalIdOf } from "./upstream-external-id.ts";

type Ordering = {
  readonly queue: Queue;
  /** What is told before the new try. */
  readonly because?: Pick<NewTaskEvent, "type" | "data">;
};

/**
 * A new paid try of a locked task: a new id upstream and a reservation of its own. Whoever ordered it the first time pays.
 * @throws AppError conflict when there is nothing to try again, budget_exceeded
 */
export async function orderAgain(tx: Transaction, task: Task, { queue, because }: Ordering): Promise<void> {
  const status = statusAfter(statusOf(task), "retry");
  if (status === null)
    throw new AppError("conflict", "Only a task that failed or was canceled can be tried again.");
  const { id: taskId, teamId, createdById: userId, apiKeyId: keyId } = task;
  const payers = { teamId, userId, keyId };
  const lastTry = { ...payers, taskId, paidTry: task.paidTry };
  // Nobody knows whether the last one was charged: it counts as charged.
  if (task.status === "unknown") await closeReservation(tx, { ...lastTry, chargedUnits: null });
  const connection = await tx.connection.findFirstOrThrow({
    where: { id: task.connectionId, teamId },
    select: { priceBook: true },
  });
  const units = unitsOf(taskRequestOf(task), await factsOfTask(tx, task), priceBookOf(connection));
  const paidTry = task.paidTry + 1;
  const reservation = { ...lastTry, paidTry, units };
  await reserveUnits(tx, [reservation]);
  await bookReservations(tx, [reservation]);
  await tx.task.update({
    where: { id: taskId, teamId },
    data: {
      ...FRESH,
      status,
      paidTry,
      priceUnits: units,
      upstreamExternalId: upstreamExternalIdOf(taskId, paidTry),
    },
  });
  await tx.taskOutput.deleteMany({ where: { taskId } });
  await tx.$executeRaw`
    UPDATE "Task" SET "fence" = "fence" + 1, "queuedAt" = now(), "turnAt" = now(), "nextStepAt" = now()
    WHERE "id" = ${taskId}`;
  await queue.enqueue(tx, submitTaskJob, { taskId, connectionId: task.connectionId, paidTry });
  const retried = { taskId, type: "retried", status, data: { paidTry } } as const;
  const events = because === undefined ? [retried] : [{ taskId, status, ...because }, retried];
  await appendEvents(tx, { teamId, events, queue });
}

/** What the last try left behind. */
const FRESH = {
  leaseUntil: null,
  upstreamTaskId: null,
  failedOverFromId: null,
  submitCalls: 0,
  stepFailures: 0,
  progress: 0,
  failure: Prisma.DbNull,
  rawAnswer: Prisma.DbNull,
  result: Prisma.DbNull,
  chargedUnits: null,
  settledUnits: null,
  submittedAt: null,
  finishedAt: null,
  trashedAt: null,
} as const satisfies Prisma.TaskUncheckedUpdateInput;
