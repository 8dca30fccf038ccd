import type { TaskEvent } from "#lib/contract/tasks.ts";
import type { TaskEvent as EventRow } from "#lib/db/generated/client.ts";
import { statusOf } from "./find-task.ts";

/** An event as the studio's API tells it. */
export function taskEventOf(row: EventRow): TaskEvent {
  return {
    seq: row.seq,
    taskId: row.taskId,
    type: row.type,
    status: statusOf(row),
    data: row.data as Record<string, unknown>, // append-event.ts writes objects only
    createdAt: row.createdAt.toISOString(),
  };
}
