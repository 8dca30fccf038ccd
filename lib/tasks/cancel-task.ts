import { appendAudit } from "#lib/audit/append-audit.ts";
import { closeReservation } from "#lib/billing/ledger.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import type { Task } from "#lib/db/generated/client.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { lockTaskOrThrow, statusOf } from "./find-task.ts";
import { summarizeTask } from "./summarize-tasks.ts";
import { statusAfter } from "./transitions.ts";

/**
 * Cancels a task that nobody began to submit; what was reserved for it is free again. Canceling twice is fine.
 * @throws AppError conflict when it has begun, not_found, forbidden
 */
export async function cancelTask({
  caller,
  taskId,
}: {
  caller: Principal;
  taskId: string;
}): Promise<TaskSummary> {
  const queue = await producerQueue();
  return db.$transaction(async (tx) => {
    const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.cancel" });
    if (task.status === "canceled") return summarizeTask(tx, task);
    const status = statusAfter(statusOf(task), "cancel");
    if (status === null) throw cannotStop(task);
    // A doubtful call of this try may have arrived, even though it waits again.
    if (task.submitCalls > 0)
      throw new AppError("conflict", "It may have been submitted; wait for its outcome.");
    await tx.$executeRaw`
      UPDATE "Task" SET "status" = ${status}, "fence" = "fence" + 1, "nextStepAt" = NULL, "settledUnits" = 0,
        "finishedAt" = now(), "updatedAt" = now()
      WHERE "id" = ${taskId} AND "teamId" = ${caller.teamId}`;
    const { teamId, paidTry, createdById: userId, apiKeyId: keyId } = task;
    await closeReservation(tx, { teamId, taskId, paidTry, userId, keyId, chargedUnits: "0" });
    await appendEvents(tx, { teamId, events: [{ taskId, type: "canceled", status }], queue });
    await appendAudit(tx, { teamId, action: "task.canceled", objectId: taskId });
    return summarizeTask(tx, task);
  });
}

/** No upstream of ours documents a way to stop what it has accepted. */
function cannotStop({ status, priceUnits }: Task): AppError {
  if (isTerminal(statusOf({ status }))) return new AppError("conflict", "It has ended already.");
  const price = priceUnits === null ? "and is charged as usual" : `and costs ${priceUnits.toString()} units`;
  return new AppError("conflict", `Upstream has it and cannot stop it any more; it goes on ${price}.`, {
    details: { reason: "accepted", priceUnits: priceUnits?.toNumber() ?? null },
  });
}
