import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { FEED_CHANNEL } from "#lib/queue/feed-channel.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { recordDeliveries } from "#lib/webhooks/record-deliveries.ts";
import { tellTaskEvents } from "#lib/webhooks/tell-task-events.ts";

/** What happened, as the feed and the task's time line tell it. */
export type TaskEventType =
  | "created"
  | "submitting"
  | "postponed"
  | "doubted"
  | "accepted"
  | "started"
  | "progress"
  | "finished"
  | "archive_delayed"
  | "succeeded"
  | "measured"
  | "failed"
  | "canceled"
  | "abandoned"
  | "retried"
  | "decided"
  | "adopted"
  | "failed_over"
  | "moved"
  | "fetching_again"
  | "archive_alarm"
  | "trashed"
  | "restored";

export type NewTaskEvent = {
  readonly taskId: string;
  readonly type: TaskEventType;
  /** The task's status after it. */
  readonly status: TaskStatus;
  readonly data?: Readonly<Record<string, unknown>>;
};

type Listener = { readonly taskId: string; readonly callbackUrl: string };

type NewTaskEvents = {
  readonly teamId: string;
  readonly events: readonly NewTaskEvent[];
  /** For telling callback_urls and the team's own receivers; null for what never changes the status that they see. */
  readonly queue: Queue | null;
};

/**
 * Appends one event for each of these tasks of a team, in this order, and stamps the tasks with their number. Call it
 * last: it takes the row lock of the team's feed and holds it until the commit, which is what makes the numbers commit
 * in order and without gaps. The notification goes out with the commit.
 */
export async function appendEvents(
  tx: Transaction | SystemTransaction,
  { teamId, events, queue }: NewTaskEvents,
): Promise<void> {
  const rows = JSON.stringify(events.map((event) => ({ ...event, data: event.data ?? {} })));
  const [appended] = await tx.$queryRaw<{ listeners: Listener[] | null; hasWebhooks: boolean }[]>`
    WITH feed AS (
      INSERT INTO "TeamFeed" AS held ("teamId", "lastSeq") VALUES (${teamId}, ${events.length})
      ON CONFLICT ("teamId") DO UPDATE SET "lastSeq" = held."lastSeq" + excluded."lastSeq"
      RETURNING "lastSeq"
    ), numbered AS (
      SELECT feed."lastSeq" - ${events.length}::int + row.position::int AS seq, row.event
      FROM feed, jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS row (event, position)
    ), appended AS (
      INSERT INTO "TaskEvent" ("teamId", "seq", "taskId", "type", "status", "data", "createdAt")
      SELECT ${teamId}, seq, event->>'taskId', event->>'type', event->>'status', event->'data', clock_timestamp()
      FROM numbered
    ), stamped AS (
      UPDATE "Task" SET "seq" = newest.seq
      FROM (SELECT event->>'taskId' AS "taskId", max(seq) AS seq FROM numbered GROUP BY 1) AS newest
      WHERE "Task"."id" = newest."taskId"
      RETURNING "Task"."id" AS "taskId", "callbackUrl"
    )
    SELECT pg_notify(${FEED_CHANNEL}, ${teamId})::text,
      (SELECT json_agg(stamped) FROM stamped WHERE "callbackUrl" IS NOT NULL) AS listeners,
      EXISTS (SELECT FROM "Webhook" WHERE "teamId" = ${teamId} AND "isEnabled") AS "hasWebhooks"
    FROM feed`;
  const listeners = appended?.listeners ?? [];
  if (queue === null) return;
  await recordDeliveries(tx, { teamId, events, listeners, queue });
  if (appended?.hasWebhooks === true) await tellTaskEvents(tx, { teamId, events, queue });
}

/**
 * The next numbers of a team's feed, locked as by `appendEvents`, for tasks that are written with their first event: a row that
 * was just made need not be stamped. The notification goes out with the commit.
 * @returns the first of them
 */
export async function takeNumbers(
  tx: SqlTransaction,
  { teamId, count }: { readonly teamId: string; readonly count: number },
): Promise<number> {
  const [taken] = await tx.$queryRaw<{ first: number }[]>`
    WITH feed AS (
      INSERT INTO "TeamFeed" AS held ("teamId", "lastSeq") VALUES (${teamId}, ${count})
      ON CONFLICT ("teamId") DO UPDATE SET "lastSeq" = held."lastSeq" + excluded."lastSeq"
      RETURNING "lastSeq"
    )
    SELECT "lastSeq" - ${count}::int + 1 AS "first", pg_notify(${FEED_CHANNEL}, ${teamId})::text FROM feed`;
  if (taken === undefined) throw new Error(`${teamId}: no numbers came of its feed`);
  return taken.first;
}
