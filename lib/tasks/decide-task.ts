import { appendAudit } from "#lib/audit/append-audit.ts";
import { closeReservation } from "#lib/billing/ledger.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import type { Decision } from "#lib/contract/task-decisions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import { Prisma, type Task } from "#lib/db/generated/client.ts";
import { producerQueue, type Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { ownFailure } from "./failures.ts";
import { lockTaskOrThrow, statusOf } from "./find-task.ts";
import { lockConnection } from "./lock-connection.ts";
import { oncePerKey, type Repeat } from "./once-per-key.ts";
import { orderAgain } from "./order-again.ts";
import { refuseKnownUpstreamTask } from "./refuse-known.ts";
import { refuseShared } from "./refuse-shared.ts";
import { jobFor } from "./step-jobs.ts";
import { summarizeTask } from "./summarize-tasks.ts";
import { statusAfter } from "./transitions.ts";

type DecideTask = {
  readonly caller: Principal;
  readonly taskId: string;
  readonly decision: Decision;
  readonly repeat?: Repeat | undefined;
};

/**
 * A person decides about a task of which nobody knows whether it runs upstream or what became of it. What they decided, and
 * who, stays in its history.
 * @throws AppError conflict when nothing is to be decided or the task upstream is another one's, budget_exceeded,
 * not_found, forbidden
 */
export async function decideTask({ repeat, ...wanted }: DecideTask): Promise<TaskSummary> {
  const { caller, taskId } = wanted;
  const queue = await producerQueue();
  const known = await db.task.findFirst({
    where: { id: taskId, teamId: caller.teamId },
    select: { connectionId: true },
  });
  return db.$transaction((tx) => {
    const work = async () => {
      // Before the task's own lock, as everybody does.
      if (known !== null) await lockConnection(tx, known.connectionId);
      return decideLocked(tx, { ...wanted, queue });
    };
    return repeat === undefined
      ? work()
      : oncePerKey(tx, { caller, route: `decideTask ${taskId}`, repeat }, work);
  });
}

type Deciding = Omit<DecideTask, "repeat"> & { readonly queue: Queue };

async function decideLocked(tx: Transaction, { caller, taskId, decision, queue }: Deciding) {
  const task = await lockTaskOrThrow(tx, { caller, taskId, action: "task.decide_unknown" });
  if (task.status !== "unknown")
    throw new AppError("conflict", "There is nothing to decide about this task.");
  const told = { type: "decided", data: { ...decision, by: caller.userId } } as const;
  const acting = { task, queue, told };
  switch (decision.decision) {
    case "check_again":
      await checkAgain(tx, { ...acting, upstreamTaskId: decision.upstreamTaskId });
      break;
    case "mark_failed":
      await markFailed(tx, { ...acting, wasCharged: decision.wasCharged });
      break;
    case "submit_anyway":
      await orderAgain(tx, task, { queue, because: told });
      break;
  }
  const wasCharged = decision.decision === "mark_failed" ? decision.wasCharged : null;
  const details = { decision: decision.decision, wasCharged };
  await appendAudit(tx, { teamId: task.teamId, action: "task.decided", objectId: taskId, details });
  return summarizeTask(tx, task);
}

type Acting = {
  readonly task: Task;
  readonly queue: Queue;
  readonly told: { readonly type: "decided"; readonly data: Readonly<Record<string, unknown>> };
};

type Checking = Acting & { readonly upstreamTaskId: string | undefined };

/** The step that knows how goes on from there: it looks first, and orders nothing that may exist. */
async function checkAgain(tx: Transaction, { task, queue, told, upstreamTaskId }: Checking): Promise<void> {
  const { id: taskId, teamId, connectionId, kind, paidTry } = task;
  const found = upstreamTaskId ?? task.upstreamTaskId;
  if (upstreamTaskId !== undefined && upstreamTaskId !== task.upstreamTaskId) {
    refuseShared(await tx.connection.findFirstOrThrow({ where: { id: connectionId, teamId } }));
    await refuseKnownUpstreamTask(tx, { teamId, connectionId, kind, upstreamTaskId });
  }
  const status = requireStatus(task, found === null ? "check_order" : "check_result");
  await tx.task.update({
    where: { id: taskId, teamId },
    data: { status, upstreamTaskId: found, stepFailures: 0, failure: Prisma.DbNull },
  });
  await tx.$executeRaw`
    UPDATE "Task" SET "fence" = "fence" + 1, "leaseUntil" = NULL, "nextStepAt" = now(),
      "submittedAt" = CASE WHEN ${found === null} THEN "submittedAt" ELSE coalesce("submittedAt", now()) END
    WHERE "id" = ${taskId}`;
  const job = jobFor(status);
  if (job !== null) await queue.enqueue(tx, job, { taskId, connectionId, paidTry });
  await appendEvents(tx, { teamId, events: [{ taskId, status, ...told }], queue });
}

type MarkingFailed = Acting & { readonly wasCharged: boolean };

async function markFailed(tx: Transaction, { task, queue, told, wasCharged }: MarkingFailed): Promise<void> {
  const { id: taskId, teamId, paidTry, createdById: userId, apiKeyId: keyId } = task;
  const status = requireStatus(task, "write_off");
  const chargedUnits = wasCharged ? null : "0";
  const settledUnits = await closeReservation(tx, { teamId, taskId, paidTry, userId, keyId, chargedUnits });
  await tx.task.update({
    where: { id: taskId, teamId },
    data: { status, settledUnits, failure: ownFailure("marked_failed") },
  });
  await tx.$executeRaw`
    UPDATE "Task" SET "fence" = "fence" + 1, "nextStepAt" = NULL, "finishedAt" = now() WHERE "id" = ${taskId}`;
  await appendEvents(tx, { teamId, events: [{ taskId, status, ...told }], queue });
}

function requireStatus(task: Task, trigger: "check_order" | "check_result" | "write_off") {
  const status = statusAfter(statusOf(task), trigger);
  if (status === null) throw new Error(`${task.id}: ${trigger} is not possible when ${task.status}`);
  return status;
}
