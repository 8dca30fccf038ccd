import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { NATIVE_STATUS, type NativeTaskStatus } from "#lib/kling/dialects/native-task.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { viewStatusOf } from "#lib/tasks/task-view.ts";

type Changes = {
  readonly teamId: string;
  /** In the order in which they happened. */
  readonly events: readonly { readonly taskId: string; readonly status: TaskStatus }[];
  /** The tasks among them whose client wants to be told, and where. */
  readonly listeners: readonly { readonly taskId: string; readonly callbackUrl: string }[];
  readonly queue: Queue;
};

/** What is not told any more once one of these was: a task that is ordered again does not go back for its client. */
const LATER: Readonly<Record<NativeTaskStatus, readonly NativeTaskStatus[]>> = {
  submitted: ["processing", "succeed", "failed"],
  processing: ["succeed", "failed"],
  succeed: [],
  failed: [],
};

/**
 * Records one delivery for each status that a client has not been told, with its job, in the transaction of the change itself: told
 * exactly when it happened, whatever dies afterwards.
 */
export async function recordDeliveries(
  tx: SqlTransaction,
  { teamId, events, listeners, queue }: Changes,
): Promise<void> {
  if (listeners.length === 0) return;
  const urls = new Map(listeners.map(({ taskId, callbackUrl }) => [taskId, callbackUrl]));
  for (const { taskId, status } of events) {
    const url = urls.get(taskId);
    if (url === undefined) continue;
    const told = NATIVE_STATUS[viewStatusOf(status)];
    const deliveryId = newId("callbackDelivery");
    const isNew = await tx.$executeRaw`
      INSERT INTO "CallbackDelivery" ("id", "teamId", "taskId", "url", "status", "updatedAt", "nextAttemptAt")
      SELECT ${deliveryId}, ${teamId}, ${taskId}, ${url}, ${told}, now(), now()
      WHERE NOT EXISTS (
        SELECT FROM "CallbackDelivery" WHERE "taskId" = ${taskId} AND "status" = ANY(${[...LATER[told]]}))
      ON CONFLICT ("taskId", "status") DO NOTHING`;
    if (isNew > 0) await queue.enqueueDelivery(tx, { deliveryId, groupId: teamId, attempts: 0 });
  }
}
