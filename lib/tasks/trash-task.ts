import { appendAudit } from "#lib/audit/append-audit.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { lockTaskOrThrow, statusOf } from "./find-task.ts";
import { summarizeTask } from "./summarize-tasks.ts";

type TrashTask = { readonly caller: Principal; readonly taskId: string };

/**
 * Moves a task that has ended to the trash. Doing it twice is fine.
 * @throws AppError conflict while it runs or its outcome is unknown, not_found, forbidden
 */
export function trashTask(wanted: TrashTask): Promise<TaskSummary> {
  return setTrashed(wanted, true);
}

/**
 * Takes a task out of the trash. Doing it twice is fine.
 * @throws AppError not_found, forbidden
 */
export function restoreTask(wanted: TrashTask): Promise<TaskSummary> {
  return setTrashed(wanted, false);
}

function setTrashed({ caller, taskId }: TrashTask, isTrashed: boolean): Promise<TaskSummary> {
  return db.$transaction(async (tx) => {
    const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.trash" });
    if ((task.trashedAt !== null) === isTrashed) return summarizeTask(tx, task);
    const status = statusOf(task);
    if (!isTerminal(status)) throw new AppError("conflict", "It has not ended yet.");
    const { teamId } = task;
    const trashedAt = isTrashed ? new Date() : null;
    await tx.task.update({ where: { id: taskId, teamId }, data: { trashedAt } });
    const type = isTrashed ? "trashed" : "restored";
    await appendEvents(tx, { teamId, events: [{ taskId, type, status }], queue: null });
    await appendAudit(tx, { teamId, action: `task.${type}`, objectId: taskId });
    return summarizeTask(tx, task);
  });
}
