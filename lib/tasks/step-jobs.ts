import type { TaskStatus } from "#lib/contract/task-status.ts";
import { archiveTaskJob, submitTaskJob, type TaskJob, trackTaskJob } from "#lib/queue/jobs.ts";

/** The job that carries a task on from this status; null where nothing of ours is to be done. */
export function jobFor(status: TaskStatus): TaskJob | null {
  switch (status) {
    case "queued":
    case "submitting":
      return submitTaskJob;
    case "submitted":
    case "processing":
      return trackTaskJob;
    case "archiving":
      return archiveTaskJob;
    case "succeeded":
    case "failed":
    case "canceled":
    case "unknown":
      return null;
  }
}
