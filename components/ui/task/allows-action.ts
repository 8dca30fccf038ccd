import { can, type Principal } from "#lib/contract/permissions.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

export type TaskAction = "cancel" | "retry" | "trash" | "restore";

type Facts = Pick<TaskSummary, "status" | "trashedAt" | "createdBy">;

/** Whether this person may do this with the task as it is now; the server asks the same questions again. */
export function allowsAction(action: TaskAction, task: Facts, principal: Principal): boolean {
  const owned = { ownerId: task.createdBy?.id ?? null };
  switch (action) {
    case "cancel":
      return task.status === "queued" && can(principal, "task.cancel", owned);
    case "retry":
      return isRetryable(task) && can(principal, "task.retry", owned);
    case "trash":
      return task.trashedAt === null && isSettled(task) && can(principal, "task.trash", owned);
    case "restore":
      return task.trashedAt !== null && can(principal, "task.trash", owned);
  }
}

function isRetryable({ status, trashedAt }: Facts): boolean {
  return trashedAt === null && (status === "failed" || status === "canceled" || status === "unknown");
}

/** `unknown` is not terminal, but nothing happens to it until a person decides. */
function isSettled({ status }: Facts): boolean {
  return isTerminal(status) || status === "unknown";
}
