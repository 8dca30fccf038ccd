import { type Action, can, type Principal } from "#lib/contract/permissions.ts";
import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { Db, Transaction } from "#lib/db/client.ts";
import type { Task } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";

type Wanted = { readonly caller: Principal; readonly taskId: string };

/** @throws AppError not_found, also for a task of another team */
export async function findTaskOrThrow(client: Db | Transaction, { caller, taskId }: Wanted): Promise<Task> {
  const task = await client.task.findFirst({ where: { teamId: caller.teamId, id: taskId } });
  if (task !== null) return task;
  throw new AppError("not_found", "There is no such task.");
}

/**
 * The task, locked for the rest of the transaction, if this caller may do this to it.
 * @throws AppError not_found | forbidden
 */
export async function lockTaskOrThrow(
  tx: Transaction,
  { action, ...wanted }: Wanted & { readonly action: Action },
): Promise<Task> {
  const { caller, taskId } = wanted;
  await tx.$queryRaw`
    SELECT 1 AS locked FROM "Task" WHERE "id" = ${taskId} AND "teamId" = ${caller.teamId} FOR NO KEY UPDATE`;
  const task = await findTaskOrThrow(tx, wanted);
  if (can(caller, action, { ownerId: task.createdById })) return task;
  throw new AppError("forbidden", "Only whoever made the task, or an admin, may do this.");
}

/** The column holds nothing else: every writer takes it from the transition table. */
export function statusOf(task: { readonly status: string }): TaskStatus {
  return task.status as TaskStatus;
}
