import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { WebhookEvent } from "#lib/contract/webhooks.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { env } from "#lib/env.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { recordWebhookMessages } from "./record-webhook-messages.ts";
import type { MessageOutput, WebhookMessage } from "./webhook-message.ts";

/** The statuses in which a task's news is worth telling. */
const EVENT_OF: Readonly<Partial<Record<TaskStatus, WebhookEvent>>> = {
  succeeded: "task.succeeded",
  failed: "task.failed",
  unknown: "task.unknown",
  canceled: "task.canceled",
};

/** With these a task has just come to its status; others merely happen while it is in it. */
const ENDINGS: readonly string[] = ["succeeded", "failed", "abandoned", "canceled"];

type TaskNews = {
  readonly teamId: string;
  readonly events: readonly {
    readonly taskId: string;
    readonly type: string;
    readonly status: TaskStatus;
  }[];
  readonly queue: Queue;
};

type TaskRow = {
  readonly id: string;
  readonly kind: string;
  readonly modelName: string;
  readonly externalTaskId: string | null;
  readonly units: number | null;
  readonly failure: unknown;
  readonly outputs: readonly MessageOutput[];
};

/** Tells a team's receivers how its tasks ended; call it with the events themselves, in their transaction. */
export async function tellTaskEvents(tx: SqlTransaction, { teamId, events, queue }: TaskNews): Promise<void> {
  const endings = events.filter(({ type }) => ENDINGS.includes(type));
  if (endings.length === 0) return;
  const tasks = await readTasks(tx, { teamId, ids: endings.map(({ taskId }) => taskId) });
  const at = new Date();
  const told = endings.flatMap(({ taskId, status }) => {
    const type = EVENT_OF[status];
    const task = tasks.find(({ id }) => id === taskId);
    if (type === undefined || task === undefined) return [];
    return [{ type, taskId, at, data: dataOf(task, status) }];
  });
  await recordWebhookMessages(tx, { teamId, told, queue });
}

function readTasks(
  tx: SqlTransaction,
  { teamId, ids }: { readonly teamId: string; readonly ids: readonly string[] },
): Promise<TaskRow[]> {
  return tx.$queryRaw<TaskRow[]>`
    SELECT "id", "kind", "modelName", "externalTaskId", "settledUnits"::float8 AS "units", "failure",
      (SELECT coalesce(json_agg(json_build_object(
          'assetId', "assetId", 'label', "label", 'durationSeconds', "durationSeconds") ORDER BY "position"), '[]')
        FROM "TaskOutput" WHERE "taskId" = task."id") AS "outputs"
    FROM "Task" AS task WHERE "teamId" = ${teamId} AND "id" = ANY(${[...ids]})`;
}

/** Neither prompt nor media: a message is small, and a receiver may be anybody's. */
function dataOf(task: TaskRow, status: TaskStatus): WebhookMessage["data"] {
  const { id, kind, modelName, externalTaskId, units, failure, outputs } = task;
  return {
    taskId: id,
    status,
    kind,
    modelName,
    externalTaskId,
    pageUrl: `${env.PUBLIC_URL}/tasks/${id}`,
    units,
    ...(status !== "succeeded" && { failure: failureOf(failure) }),
    ...(status === "succeeded" && { outputs }),
  };
}

function failureOf(failure: unknown): { code: number | null; message: string } | null {
  if (typeof failure !== "object" || failure === null || !("message" in failure)) return null;
  const code = "code" in failure && typeof failure.code === "number" ? failure.code : null;
  return { code, message: String(failure.message).slice(0, 500) };
}
