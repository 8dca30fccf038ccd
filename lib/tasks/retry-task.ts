import { appendAudit } from "#lib/audit/append-audit.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import { producerQueue, type Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { lockTaskOrThrow } from "./find-task.ts";
import { oncePerKey, type Repeat } from "./once-per-key.ts";
import { orderAgain } from "./order-again.ts";
import { summarizeTask } from "./summarize-tasks.ts";

type RetryTask = {
  readonly caller: Principal;
  readonly taskId: string;
  readonly repeat?: Repeat | undefined;
};

/**
 * Orders a failed or canceled task again: the same task, a new paid try with a new external id and a reservation of its own.
 * Whoever ordered it the first time pays. Its history stays.
 * @throws AppError conflict when it neither failed nor was canceled, budget_exceeded, not_found, forbidden
 */
export async function retryTask({ caller, taskId, repeat }: RetryTask): Promise<TaskSummary> {
  const queue = await producerQueue();
  return db.$transaction((tx) => {
    const work = () => retryLocked(tx, { caller, taskId, queue });
    const route = `retryTask ${taskId}`;
    return repeat === undefined ? work() : oncePerKey(tx, { caller, route, repeat }, work);
  });
}

type Retrying = { readonly caller: Principal; readonly taskId: string; readonly queue: Queue };

async function retryLocked(tx: Transaction, { caller, taskId, queue }: Retrying): Promise<TaskSummary> {
  const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.retry" });
  if (task.status === "unknown")
    throw new AppError("conflict", "It may run upstream; decide first what became of it.", {
      details: { reason: "undecided" },
    });
  await orderAgain(tx, task, { queue });
  const details = { paidTry: task.paidTry + 1 };
  await appendAudit(tx, { teamId: task.teamId, action: "task.retried", objectId: taskId, details });
  return summarizeTask(tx, task);
}
