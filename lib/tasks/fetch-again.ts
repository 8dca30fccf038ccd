import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import { Prisma, type Task } from "#lib/db/generated/client.ts";
import { archiveTaskJob } from "#lib/queue/jobs.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { lockTaskOrThrow, statusOf } from "./find-task.ts";
import { summarizeTask } from "./summarize-tasks.ts";
import { statusAfter } from "./transitions.ts";

type FetchAgain = { readonly caller: Principal; readonly taskId: string };

/**
 * Fetches the files of a finished task once more, at once: of one whose files were unusable, or of one that waits for its
 * next attempt. Nothing is ordered and nothing is charged. Whoever may order it again may do this.
 * @throws AppError conflict when there is nothing to fetch, not_found, forbidden
 */
export async function fetchAgain({ caller, taskId }: FetchAgain): Promise<TaskSummary> {
  const queue = await producerQueue();
  return db.$transaction(async (tx) => {
    const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.retry" });
    const { teamId, connectionId, paidTry } = task;
    const status = statusToFetchIn(task);
    await tx.task.update({
      where: { id: taskId, teamId },
      data: { status, stepFailures: 0, failure: Prisma.DbNull, finishedAt: null },
    });
    await tx.$executeRaw`UPDATE "Task" SET "nextStepAt" = now() WHERE "id" = ${taskId}`;
    await queue.enqueue(tx, archiveTaskJob, { taskId, connectionId, paidTry, isUrgent: true });
    await appendEvents(tx, { teamId, events: [{ taskId, type: "fetching_again", status }], queue });
    return summarizeTask(tx, task);
  });
}

function statusToFetchIn(task: Task) {
  if (task.status === "archiving") return task.status;
  const failure = task.failure as { readonly code?: unknown } | null; // written by ownFailure or providerFailure
  const status = failure?.code === "output_unusable" ? statusAfter(statusOf(task), "fetch_again") : null;
  if (status === null) throw new AppError("conflict", "There are no files of this task left to fetch.");
  return status;
}
