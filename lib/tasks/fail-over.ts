import { adjustReservation } from "#lib/billing/ledger.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import type { Connection, Task } from "#lib/db/generated/client.ts";
import { isBoundToAccount } from "#lib/kling/bound-to-account.ts";
import type { FactsByPath } from "#lib/kling/kinds/kind.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { decideFailover } from "./decide-failover.ts";
import { candidateOf } from "./failover-candidate.ts";
import { factsOf } from "./file-facts.ts";
import { taskRequestOf } from "./task-request.ts";

/** Another connection of its team that a task may go to. */
export type WayOut = {
  readonly task: Task;
  readonly to: Connection;
  /** What it costs there, and how much more that is, as exact decimals. */
  readonly units: string;
  readonly extraUnits: string;
};

/**
 * Moves a queued task from a connection that takes nothing to another of its team, if the team wants that and its limit allows
 * it: the difference is reserved in the same transaction. A connection that a person paused keeps its tasks.
 * @returns whether it was moved; then it is on its way there
 */
export async function failOver(taskId: string, queue: Queue): Promise<boolean> {
  const way = await findWayOut(taskId);
  if (way === null) return false;
  const moved = systemDb.$transaction(async (tx) => {
    if (!(await changeConnection(tx, { ...way, queue }))) return false;
    await payForMove(tx, { ...way, queue });
    return true;
  });
  return moved.catch((error: unknown) => {
    if (isOverBudget(error)) return false;
    throw error;
  });
}

/** A task as it will be once its refusal is written down: nobody has it. */
type Refused = { readonly status: "queued"; readonly submitCalls: 0 };

/**
 * Where a task may go instead of where it is; null when it stays.
 * @param as of a task that was just refused for good on its own connection, and of no earlier call of which is in doubt
 */
export async function findWayOut(taskId: string, as?: Refused): Promise<WayOut | null> {
  const task = await systemDb.task.findUnique({
    where: { id: taskId },
    include: { connection: true, inputs: { include: { asset: true } } },
  });
  if (task === null || isPersonsPause(task.connection)) return null;
  const policy = await systemDb.teamPolicy.findUnique({ where: { teamId: task.teamId } });
  if (policy?.mayFailOver !== true) return null; // the usual answer, before anything is judged
  const facts: FactsByPath = new Map(task.inputs.map(({ role, asset }) => [role, factsOf(asset)]));
  const others = await systemDb.connection.findMany({
    where: { teamId: task.teamId, removedAt: null, id: { not: task.connectionId } },
    orderBy: [{ priority: "desc" }, { isDefault: "desc" }, { id: "asc" }],
  });
  const decision = decideFailover({
    status: as?.status ?? task.status,
    submitCalls: as?.submitCalls ?? task.submitCalls,
    hasMoved: task.failedOverFromId !== null,
    isBound: isBoundToAccount(taskRequestOf(task)),
    isPractice: task.connection.provider === "sandbox",
    units: task.priceUnits?.toNumber() ?? null,
    mayFailOver: policy.mayFailOver,
    extraUnits: policy.failOverExtraUnits.toNumber(),
    candidates: await Promise.all(others.map((connection) => candidateOf(connection, { task, facts }))),
  });
  if (decision.kind === "stay") return null;
  const to = others.find(({ id }) => id === decision.toId);
  if (to === undefined) return null;
  return { task, to, units: decision.units.toFixed(4), extraUnits: decision.extraUnits.toFixed(4) };
}

/** Whoever paused it wants its tasks to wait. */
function isPersonsPause({ pausedAt, pauseReason }: Connection): boolean {
  const reason = pauseReason as { readonly by?: unknown } | null; // written by pause-connection.ts
  return pausedAt !== null && reason?.by !== "account";
}

type Moving = WayOut & { readonly queue: Queue };

/** The first half of a move: the row of a task that nobody has, and its job. @returns false when somebody has it by now */
export async function changeConnection(
  tx: SystemTransaction,
  { task, to, units, queue }: Moving,
): Promise<boolean> {
  const { id: taskId, connectionId: fromId, paidTry } = task;
  const moved = await tx.$executeRaw`
    UPDATE "Task" SET "connectionId" = ${to.id}, "failedOverFromId" = ${fromId}, "priceUnits" = ${units}::numeric,
      "fence" = "fence" + 1, "stepFailures" = 0, "nextStepAt" = now(), "updatedAt" = now()
    WHERE "id" = ${taskId} AND "connectionId" = ${fromId} AND "paidTry" = ${paidTry} AND "status" = 'queued'
      AND "submitCalls" = 0 AND "failedOverFromId" IS NULL`;
  if (moved === 0) return false;
  await queue.enqueue(tx, submitTaskJob, { taskId, connectionId: to.id, paidTry });
  return true;
}

type Paying = Moving & {
  /** What upstream said where it was, when it was asked at all. */
  readonly because?: { readonly code: number; readonly message: string };
};

/** The second half: the difference in price, and the news. @throws AppError budget_exceeded; then nothing may be moved */
export async function payForMove(
  tx: SystemTransaction,
  { task, to, extraUnits, queue, because }: Paying,
): Promise<void> {
  const { id: taskId, teamId, connectionId: fromId, paidTry, createdById: userId, apiKeyId: keyId } = task;
  await adjustReservation(tx, { teamId, taskId, paidTry, userId, keyId, units: extraUnits });
  const data = { fromId, toId: to.id, to: to.name, extraUnits: Number(extraUnits), ...because };
  const event = { taskId, type: "failed_over", status: "queued", data } as const;
  await appendEvents(tx, { teamId, events: [event], queue });
}

export function isOverBudget(error: unknown): boolean {
  return error instanceof AppError && error.code === "budget_exceeded";
}
