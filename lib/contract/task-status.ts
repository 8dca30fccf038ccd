/** Every status of a task, in the order of a normal life. Which may follow which: lib/tasks/transitions.ts. */
export const TASK_STATUSES = [
  "queued",
  "submitting",
  "submitted",
  "processing",
  "archiving",
  "succeeded",
  "failed",
  "canceled",
  "unknown",
] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

const TERMINAL: readonly TaskStatus[] = ["succeeded", "failed", "canceled"];

/** No step of ours will change it any more; only a person can, by asking for another try. */
export function isTerminal(status: TaskStatus): boolean {
  return TERMINAL.includes(status);
}
