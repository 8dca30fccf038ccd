import { can, type Principal, reachOf } from "#lib/contract/permissions.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

export type TaskAction =
  | "cancel"
  | "fetchAgain"
  | "retry"
  | "trash"
  | "restore"
  /** About a task of which nobody knows what became of it. */
  | "checkAgain"
  | "markCharged"
  | "markUncharged"
  | "submitAnyway"
  /** Among one's own waiting tasks, and between everybody's. */
  | "moveFirst"
  | "moveLast"
  | "putBefore"
  | "putNormal"
  | "putBehind";

type Facts = Pick<TaskSummary, "status" | "trashedAt" | "createdBy" | "failure" | "priority">;

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
      return task.trashedAt === null && isTerminal(task.status) && can(principal, "task.trash", owned);
    case "restore":
      return task.trashedAt !== null && can(principal, "task.trash", owned);
    case "checkAgain":
    case "markCharged":
    case "markUncharged":
    case "submitAnyway":
      return task.status === "unknown" && can(principal, "task.decide_unknown", owned);
    case "moveFirst":
    case "moveLast":
      return isWaiting(task) && can(principal, "task.prioritize", owned);
    case "putBefore":
      return isWaiting(task) && task.priority < 1 && reachOf(principal, "task.prioritize") === "any";
    case "putNormal":
      return isWaiting(task) && task.priority !== 0 && can(principal, "task.prioritize", owned);
    case "putBehind":
      return isWaiting(task) && task.priority > -1 && can(principal, "task.prioritize", owned);
  }
}

/** It was made and paid for, and only its files did not come. */
function isFetchable({ status, trashedAt, failure }: Facts): boolean {
  return trashedAt === null && status === "failed" && failure?.code === "output_unusable";
}

function isRetryable({ status, trashedAt }: Facts): boolean {
  return trashedAt === null && (status === "failed" || status === "canceled");
}

function isWaiting({ status }: Facts): boolean {
  return status === "queued";
}
