import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import type { Pack } from "#lib/kling/upstreams.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { appendEvents } from "./append-event.ts";
import { LEASE_SECONDS } from "./leased-task.ts";
import { lockConnection } from "./lock-connection.ts";
import { isClosed, nextInLine } from "./next-in-line.ts";
import { wake } from "./wake-waiting.ts";

/**
 * `leased`: the caller may submit it. `waits`: others go first; it is woken when its turn comes. `closed`: its
 * connection takes nothing at present. `nothing`: another worker has it, or it moved on.
 */
export type Place = "leased" | "waits" | "closed" | "nothing";

type Taking = { readonly taskId: string; readonly queue: Queue };

/**
 * Takes the lease of a task that is to be submitted, together with its places. They are counted as rows under the
 * connection's lock, so that any number of workers together keep the limit and the order of the line.
 */
export function takePlace(taking: Taking): Promise<Place> {
  return systemDb.$transaction((tx) => takeUnderLock(tx, taking));
}

type Row = { readonly status: string; readonly pack: Pack; readonly connectionId: string };

async function takeUnderLock(tx: SystemTransaction, { taskId, queue }: Taking): Promise<Place> {
  const [known] = await tx.$queryRaw<Row[]>`SELECT "connectionId" FROM "Task" WHERE "id" = ${taskId}`;
  const connection = known && (await lockConnection(tx, known.connectionId));
  if (!connection) return "nothing";
  // Read again: only under the lock is it certain that nobody submits it meanwhile.
  const [task] = await tx.$queryRaw<Row[]>`
    SELECT "status", "pack", "connectionId" FROM "Task" WHERE "id" = ${taskId} FOR NO KEY UPDATE`;
  if (task?.connectionId !== connection.id) return "nothing";
  if (task.status === "submitting") return lease(tx, taskId); // it has its place
  if (task.status !== "queued") return "nothing";
  // Switched off by a person: its step finds that out and says so.
  if (!connection.isEnabled) return lease(tx, taskId);
  if (isClosed(connection)) {
    await fallAsleep(tx, taskId);
    return "closed";
  }
  const next = await nextInLine(tx, connection, { packs: [task.pack], callerId: taskId });
  if (next.some(({ id }) => id === taskId)) return lease(tx, taskId);
  await fallAsleep(tx, taskId);
  await wake(tx, { next, queue });
  return "waits";
}

/** Without a due time the sweeper leaves it alone: only a freed place wakes it. */
async function fallAsleep(tx: SystemTransaction, taskId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Task" SET "nextStepAt" = NULL WHERE "id" = ${taskId} AND "status" = 'queued'`;
}

async function lease(tx: SystemTransaction, taskId: string): Promise<Place> {
  const [leased] = await tx.$queryRaw<{ teamId: string; wasQueued: boolean }[]>`
    WITH before AS (SELECT "id", "status" FROM "Task" WHERE "id" = ${taskId})
    UPDATE "Task" SET "fence" = "fence" + 1, "status" = 'submitting',
      "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM before
    WHERE "Task"."id" = before."id" AND "Task"."status" IN ('queued', 'submitting')
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
    RETURNING "teamId", before."status" = 'queued' AS "wasQueued"`;
  if (leased === undefined) return "nothing";
  if (leased.wasQueued) {
    const event = { taskId, type: "submitting", status: "submitting" } as const;
    await appendEvents(tx, { teamId: leased.teamId, events: [event], queue: null });
  }
  return "leased";
}
