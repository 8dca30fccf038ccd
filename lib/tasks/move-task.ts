import type { Principal } from "#lib/contract/permissions.ts";
import { reachOf } from "#lib/contract/permissions.ts";
import type { TaskMove } from "#lib/contract/task-decisions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import type { Task } from "#lib/db/generated/client.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { findTaskOrThrow, lockTaskOrThrow } from "./find-task.ts";
import { lockConnection } from "./lock-connection.ts";
import { reorder } from "./reorder.ts";
import { summarizeTask } from "./summarize-tasks.ts";
import { wakeWaiting } from "./wake-waiting.ts";

type OfTask = { readonly caller: Principal; readonly taskId: string };

/**
 * Exchanges the turns of one person's queued tasks: between people nothing changes.
 * @throws AppError conflict when it waits no longer, not_found, forbidden
 */
export function moveTask({ to, ...wanted }: OfTask & { readonly to: TaskMove }): Promise<TaskSummary> {
  return changeLine(wanted, async (tx, task) => {
    const { teamId, connectionId, pack, createdById, priority } = task;
    const own = await tx.task.findMany({
      where: { teamId, connectionId, pack, createdById, priority, status: "queued" },
      select: { id: true, turnAt: true },
      orderBy: [{ turnAt: "asc" }, { id: "asc" }],
    });
    // In one statement: the line of somebody who ordered thousands must not hold the connection's lock for long.
    const turns = JSON.stringify(reorder(own, { id: task.id, to }));
    await tx.$executeRaw`
      UPDATE "Task" AS task SET "turnAt" = turn."turnAt", "updatedAt" = now()
      FROM jsonb_to_recordset(${turns}::jsonb) AS turn ("id" text, "turnAt" timestamptz)
      WHERE task."id" = turn."id" AND task."teamId" = ${teamId} AND task."status" = 'queued'`;
    return { to };
  });
}

/**
 * Sets the priority of a queued task. Above normal it overtakes other people's, so that takes somebody who may decide for all.
 * @throws AppError conflict when it waits no longer, not_found, forbidden
 */
export async function setTaskPriority({
  priority,
  ...wanted
}: OfTask & { readonly priority: number }): Promise<TaskSummary> {
  if (priority > 0 && reachOf(wanted.caller, "task.prioritize") !== "any")
    throw new AppError("forbidden", "Only an admin may put a task before other people's.");
  return changeLine(wanted, async (tx, { id, teamId }) => {
    await tx.task.updateMany({ where: { id, teamId }, data: { priority } });
    return { priority };
  });
}

type Change = (tx: Transaction, task: Task) => Promise<Readonly<Record<string, unknown>>>;

async function changeLine({ caller, taskId }: OfTask, change: Change): Promise<TaskSummary> {
  const queue = await producerQueue();
  const { connectionId } = await findTaskOrThrow(db, { caller, taskId });
  return db.$transaction(async (tx) => {
    await lockConnection(tx, connectionId); // before the task's own lock, as everybody does
    const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.prioritize" });
    if (task.status !== "queued") throw new AppError("conflict", "It waits no longer.");
    const data = await change(tx, task);
    await wakeWaiting(tx, { connectionId, queue });
    const { teamId } = caller;
    const event = { taskId, type: "moved", status: "queued", data: { ...data, by: caller.userId } } as const;
    await appendEvents(tx, { teamId, events: [event], queue: null });
    return summarizeTask(tx, task);
  });
}
