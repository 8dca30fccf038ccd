import { adjustReservation } from "#lib/billing/ledger.ts";
import { db, type SystemTransaction, systemDb } from "#lib/db/client.ts";
import type { Connection, Task } from "#lib/db/generated/client.ts";
import { isBoundToAccount } from "#lib/kling/bound-to-account.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import type { FactsByPath } from "#lib/kling/kinds/kind.ts";
import { type CapabilityPolicy, isSendable } from "#lib/kling/violation.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendEvents } from "./append-event.ts";
import { breakerState } from "./breaker.ts";
import { type Candidate, decideFailover } from "./decide-failover.ts";
import { factsOf } from "./file-facts.ts";
import { priceBookOf, unitsOf } from "./price-units.ts";
import { taskRequestOf } from "./task-request.ts";
import { upstreamRefusals } from "./upstream-refusals.ts";

/**
 * Moves a queued task from a connection that takes nothing to another of its team, if the team wants that and its limit allows
 * it: the difference is reserved in the same transaction. A connection that a person paused keeps its tasks.
 * @returns whether it was moved; then it is on its way there
 */
export async function failOver(taskId: string, queue: Queue): Promise<boolean> {
  const task = await systemDb.task.findUnique({
    where: { id: taskId },
    include: { connection: true, inputs: { include: { asset: true } } },
  });
  if (task === null || isPersonsPause(task.connection)) return false;
  const policy = await systemDb.teamPolicy.findUnique({ where: { teamId: task.teamId } });
  if (policy?.mayFailOver !== true) return false; // the usual answer, before anything is judged
  const facts: FactsByPath = new Map(task.inputs.map(({ role, asset }) => [role, factsOf(asset)]));
  const others = await systemDb.connection.findMany({
    where: { teamId: task.teamId, removedAt: null, id: { not: task.connectionId } },
    orderBy: [{ priority: "desc" }, { isDefault: "desc" }, { id: "asc" }],
  });
  const decision = decideFailover({
    status: task.status,
    submitCalls: task.submitCalls,
    hasMoved: task.failedOverFromId !== null,
    isBound: isBoundToAccount(taskRequestOf(task)),
    isPractice: task.connection.provider === "sandbox",
    units: task.priceUnits?.toNumber() ?? null,
    mayFailOver: policy.mayFailOver,
    extraUnits: policy.failOverExtraUnits.toNumber(),
    candidates: await Promise.all(others.map((connection) => candidateOf(connection, { task, facts }))),
  });
  if (decision.kind === "stay") return false;
  const to = others.find(({ id }) => id === decision.toId);
  if (to === undefined) return false;
  const units = decision.units.toFixed(4);
  const moving = { task, to, units, extraUnits: decision.extraUnits.toFixed(4), queue };
  try {
    return await systemDb.$transaction((tx) => move(tx, moving));
  } catch (error) {
    if (error instanceof AppError && error.code === "budget_exceeded") return false;
    throw error;
  }
}

/** Whoever paused it wants its tasks to wait. */
function isPersonsPause({ pausedAt, pauseReason }: Connection): boolean {
  const reason = pauseReason as { readonly by?: unknown } | null; // written by pause-connection.ts
  return pausedAt !== null && reason?.by !== "account";
}

type Judged = { readonly task: Task; readonly facts: FactsByPath };

async function candidateOf(connection: Connection, { task, facts }: Judged): Promise<Candidate> {
  const { id, isEnabled, pausedAt, provider, breakerFailures: failures, breakerOpenUntil } = connection;
  const request = taskRequestOf(task);
  const policy = connection.policy as CapabilityPolicy; // the column holds nothing else
  const isLegal = isSendable(checkTask(request, { policy, facts }));
  const canCarry = isLegal && isSendable(await upstreamRefusals(db, { connection, request, facts }));
  const units = unitsOf(request, facts, priceBookOf(connection));
  return {
    id,
    isEnabled,
    isPaused: pausedAt !== null,
    // Half an eye on our own clock is enough: where it goes, the breaker is asked again.
    isResting: breakerState({ failures, isResting: Number(breakerOpenUntil) > Date.now() }) !== "closed",
    isPractice: provider === "sandbox",
    canCarry,
    units: units === null ? null : Number(units),
  };
}

type Moving = {
  readonly task: Task;
  readonly to: Connection;
  readonly units: string;
  readonly extraUnits: string;
  readonly queue: Queue;
};

async function move(tx: SystemTransaction, { task, to, units, extraUnits, queue }: Moving): Promise<boolean> {
  const { id: taskId, teamId, connectionId: fromId, paidTry, createdById: userId, apiKeyId: keyId } = task;
  const moved = await tx.$executeRaw`
    UPDATE "Task" SET "connectionId" = ${to.id}, "failedOverFromId" = ${fromId}, "priceUnits" = ${units}::numeric,
      "fence" = "fence" + 1, "stepFailures" = 0, "nextStepAt" = now(), "updatedAt" = now()
    WHERE "id" = ${taskId} AND "connectionId" = ${fromId} AND "paidTry" = ${paidTry} AND "status" = 'queued'
      AND "submitCalls" = 0 AND "failedOverFromId" IS NULL`;
  if (moved === 0) return false;
  await adjustReservation(tx, { teamId, taskId, paidTry, userId, keyId, units: extraUnits });
  await queue.enqueue(tx, submitTaskJob, { taskId, connectionId: to.id, paidTry });
  const data = { fromId, toId: to.id, to: to.name, extraUnits: Number(extraUnits) };
  await appendEvents(tx, {
    teamId,
    events: [{ taskId, type: "failed_over", status: "queued", data }],
    queue,
  });
  return true;
}
