import { bookReservations, closeReservation, reserveUnits } from "#lib/billing/ledger.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import { producerQueue, type Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { factsOfTask } from "./file-facts.ts";
import { lockTaskOrThrow, statusOf } from "./find-task.ts";
import { oncePerKey, type Repeat } from "./once-per-key.ts";
import { priceBookOf, unitsOf } from "./price-units.ts";
import { summarizeTask } from "./summarize-tasks.ts";
import { taskRequestOf } from "./task-request.ts";
import { statusAfter } from "./transitions.ts";
import { upstreamExternalIdOf } from "./upstream-external-id.ts";

type RetryTask = {
  readonly caller: Principal;
  readonly taskId: string;
  readonly repeat?: Repeat | undefined;
};

/**
 * Orders a failed, canceled or unknown task again: the same task, a new paid try with a new external id and a reservation
 * of its own. Whoever ordered it the first time pays. Its history stays.
 * @throws AppError conflict when it neither failed nor was canceled, budget_exceeded, not_found, forbidden
 */
export async function retryTask({ caller, taskId, repeat }: RetryTask): Promise<TaskSummary> {
  const queue = await producerQueue();
  return db.$transaction((tx) => {
    const work = () => orderAgain(tx, { caller, taskId, queue });
    const route = `retryTask ${taskId}`;
    return repeat === undefined ? work() : oncePerKey(tx, { caller, route, repeat }, work);
  });
}

type Ordering = { readonly caller: Principal; readonly taskId: string; readonly queue: Queue };

async function orderAgain(tx: Transaction, { caller, taskId, queue }: Ordering): Promise<TaskSummary> {
  const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.retry" });
  const status = statusAfter(statusOf(task), "retry");
  if (status === null)
    throw new AppError("conflict", "Only a task that failed or was canceled can be tried again.");
  const { teamId, createdById: userId, apiKeyId: keyId } = task;
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
    UPDATE "Task" SET "fence" = "fence" + 1, "queuedAt" = now(), "nextStepAt" = now() WHERE "id" = ${taskId}`;
  await queue.enqueue(tx, submitTaskJob, { taskId, paidTry });
  await appendEvents(tx, { teamId, events: [{ taskId, type: "retried", status, data: { paidTry } }], queue });
  return summarizeTask(tx, task);
}

/** What the last try left behind. */
const FRESH = {
  leaseUntil: null,
  upstreamTaskId: null,
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
