import { closeReservation } from "#lib/billing/ledger.ts";
import { isTerminal, type TaskStatus } from "#lib/contract/task-status.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { appendEvents, type NewTaskEvent } from "./append-event.ts";
import { LeaseLost } from "./hold-lease.ts";
import type { TaskRow } from "./leased-task.ts";
import { lockConnection } from "./lock-connection.ts";
import { jobFor } from "./step-jobs.ts";
import { OCCUPYING, statusAfter, type TaskTrigger, TRACKED } from "./transitions.ts";
import { wakeWaiting } from "./wake-waiting.ts";

/** A leased task, as far as writing its step needs it. */
export type SteppedTask = Pick<
  TaskRow,
  | "id"
  | "teamId"
  | "connectionId"
  | "createdById"
  | "apiKeyId"
  | "status"
  | "fence"
  | "paidTry"
  | "nextStepAt"
>;

export type StepChange = {
  /** Absent: the task stays in its status. */
  readonly trigger?: TaskTrigger;
  readonly fields?: Prisma.TaskUncheckedUpdateManyInput;
  readonly event?: Pick<NewTaskEvent, "type" | "data">;
  /** When the next step is due; at once unless told. A terminal status has none. */
  readonly delayMs?: number;
  /** What the try was charged in the end, for a terminal status; null = as reserved. */
  readonly chargedUnits?: string | null;
  /** Rows that must exist exactly when the change does; none of budgets or of the feed. */
  readonly alsoWrite?: (tx: SystemTransaction) => Promise<void>;
  /** Money that the change moves besides what ends a try, and events of its own: after every task row, or two would wait for each other. */
  readonly alsoPay?: (tx: SystemTransaction) => Promise<void>;
};

/**
 * Writes what a step came to and gives the lease back: status, money, the next job and the event in one transaction. Locks are
 * taken in everybody's order: the connection, task rows (its own and those that it wakes), budgets, the feed.
 * @throws LeaseLost when another worker holds the task by now; then nothing was written
 */
export async function recordStep(task: SteppedTask, { queue, ...change }: StepChange & { queue: Queue }) {
  const from = task.status as TaskStatus; // the column holds nothing else: this file is its only writer
  const to = change.trigger === undefined ? from : statusAfter(from, change.trigger);
  if (to === null) throw new Error(`${task.id}: ${change.trigger} is not possible when ${from}`);
  const freesPlace = OCCUPYING.includes(from) && !OCCUPYING.includes(to);
  await systemDb.$transaction(async (tx) => {
    if (freesPlace) await lockConnection(tx, task.connectionId);
    await moveOn(tx, task, { ...change, from, to });
    await change.alsoWrite?.(tx);
    if (freesPlace) await wakeWaiting(tx, { connectionId: task.connectionId, queue });
    if (isTerminal(to)) await settle(tx, task, change.chargedUnits ?? null);
    await change.alsoPay?.(tx);
    const job = jobFor(to);
    if (job !== null) {
      const { delayMs = 0 } = change;
      const { id: taskId, connectionId, paidTry } = task;
      await queue.enqueue(tx, job, { taskId, connectionId, paidTry, delayMs });
    }
    if (change.event !== undefined) {
      const event = { taskId: task.id, status: to, ...change.event };
      await appendEvents(tx, { teamId: task.teamId, events: [event], queue });
    }
  });
}

type Move = StepChange & { readonly from: TaskStatus; readonly to: TaskStatus };

async function moveOn(tx: SystemTransaction, task: SteppedTask, { from, to, fields, delayMs = 0 }: Move) {
  const staysTracked = TRACKED.includes(from) && TRACKED.includes(to);
  const isOver = jobFor(to) === null && !TRACKED.includes(to);
  const wasDue = task.nextStepAt?.toISOString() ?? null;
  const isAccepted = from === "submitting" && (to === "submitted" || to === "archiving");
  const moved = await tx.$executeRaw`
    UPDATE "Task" SET "status" = ${to}, "leaseUntil" = NULL, "updatedAt" = now(),
      "nextStepAt" = CASE WHEN ${isOver} THEN NULL
        -- Somebody hinted at news while we looked: what we saw may be older.
        WHEN ${staysTracked} AND "nextStepAt" IS DISTINCT FROM ${wasDue}::timestamptz(3) THEN "nextStepAt"
        ELSE now() + make_interval(secs => ${delayMs / 1000}) END,
      "submittedAt" = CASE WHEN ${isAccepted} THEN now() ELSE "submittedAt" END,
      "finishedAt" = CASE WHEN ${isTerminal(to)} THEN now() ELSE "finishedAt" END
    WHERE "id" = ${task.id} AND "fence" = ${task.fence} AND "status" = ${from}`;
  if (moved === 0) throw new LeaseLost(task.id);
  if (fields !== undefined)
    await tx.task.updateMany({ where: { id: task.id, fence: task.fence }, data: fields });
}

/** A paid try is settled once: files that are fetched again were paid for when the try first ended. */
async function settle(tx: SystemTransaction, task: SteppedTask, chargedUnits: string | null) {
  const { settledUnits: earlier } = await tx.task.findUniqueOrThrow({
    where: { id: task.id },
    select: { settledUnits: true },
  });
  if (earlier !== null) return;
  const { id: taskId, teamId, paidTry, createdById: userId, apiKeyId: keyId } = task;
  const settlement = { taskId, teamId, paidTry, userId, keyId, chargedUnits };
  const settledUnits = await closeReservation(tx, settlement);
  await tx.task.update({ where: { id: taskId }, data: { settledUnits } });
}
