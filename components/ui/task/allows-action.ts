import { can, type Principal } from "#lib/contract/permissions.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

export type TaskAction = "cancel" | "fetchAgain" | "retry" | "trash" | "restore";

type Facts = Pick<TaskSummary, "status" | "trashedAt" | "createdBy" | "failure">;

/** Whether this person may do this with the task as it is now; the server asks the same questions again. */
export function allowsAction(action: TaskAction, task: Facts, principal: Principal): boolean {
  const owned = { ownerId: task.createdBy?.id ?? null };
  switch (action) {
    case "cancel":
      return task.status === "queued" && can(principal, "task.cancel", owned);
    case "fetchAgain":
      return isFetchable(task) && can(principal, "task.retry", owned);
    case "retry":
      return isRetryable(task) && can(principal, "task.retry", owned);
    case "trash":
      return task.trashedAt === null && isSettled(task) && can(principal, "task.trash", owned);
    case "restore":
      return task.trashedAt !== null && can(principal, "task.trash", owned);
  }
}

/** It was made and paid for, and only its files did not come. */
function isFetchable({ status, trashedAt, failure }: Facts): boolean {
  return trashedAt === null && status === "failed" && failure?.code === "output_unusable";
}

function isRetryable({ status, trashedAt }: Facts): boolean {
  return trashedAt === null && (status === "failed" || status === "canceled" || status === "unknown");
}

/** `unknown` is not terminal, but nothing happens to it until a person decides. */
function isSettled({ status }: Facts): boolean {
  return isTerminal(status) || status === "unknown";
}
