import type { TaskStatus } from "#lib/contract/task-status.ts";
import { archiveTaskJob, submitTaskJob, type TaskJob } from "#lib/queue/jobs.ts";

/** The job that carries a task on from this status; null where none does: it is over, or the tracker looks at it. */
export function jobFor(status: TaskStatus): TaskJob | null {
  switch (status) {
    case "queued":
    case "submitting":
      return submitTaskJob;
    case "archiving":
      return archiveTaskJob;
    case "submitted":
    case "processing":
    case "succeeded":
    case "failed":
    case "canceled":
    case "unknown":
      return null;
  }
}
