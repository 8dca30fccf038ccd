import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { WebhookEvent } from "#lib/contract/webhook-events.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { env } from "#lib/env.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { recordWebhookMessages } from "./record-webhook-messages.ts";
import type { MessageOutput, WebhookMessage } from "./webhook-message.ts";

/** What happened to a task, and as what a team's receivers are told of it; anything else is not told. */
const EVENT_OF: Readonly<Record<string, WebhookEvent>> = {
  succeeded: "task.succeeded",
  failed: "task.failed",
  abandoned: "task.unknown",
  canceled: "task.canceled",
  archive_alarm: "archive.expiring",
};

type TaskNews = {
  readonly teamId: string;
  readonly events: readonly {
    readonly taskId: string;
    readonly type: string;
    readonly status: TaskStatus;
    readonly data?: Readonly<Record<string, unknown>>;
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

/** Tells a team's receivers what became of its tasks; call it with the events themselves, in their transaction. */
export async function tellTaskEvents(tx: SqlTransaction, { teamId, events, queue }: TaskNews): Promise<void> {
  const news = events.filter(({ type }) => EVENT_OF[type] !== undefined);
  if (news.length === 0) return;
  const tasks = await readTasks(tx, { teamId, ids: news.map(({ taskId }) => taskId) });
  const at = new Date();
  const told = news.flatMap(({ taskId, status, ...event }) => {
    const type = EVENT_OF[event.type];
    const task = tasks.find(({ id }) => id === taskId);
    if (type === undefined || task === undefined) return [];
    // Of the alarm alone: in how many days upstream deletes what we do not have yet, and when.
    const alarm = type === "archive.expiring" ? event.data : {};
    return [{ type, taskId, at, data: { ...alarm, ...dataOf(task, status) } }];
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
    ...(failure !== null && status !== "succeeded" && { failure: failureOf(failure) }),
    ...(status === "succeeded" && { outputs }),
  };
}

function failureOf(failure: unknown): { code: number | null; message: string } | null {
  if (typeof failure !== "object" || failure === null || !("message" in failure)) return null;
  const code = "code" in failure && typeof failure.code === "number" ? failure.code : null;
  return { code, message: String(failure.message).slice(0, 500) };
}
