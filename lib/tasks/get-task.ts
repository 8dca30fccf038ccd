import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import type { CallbackDelivery, Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { outputsOf, SUMMARY_PARTS, summarizeRows } from "./summarize-tasks.ts";
import { taskEventOf } from "./task-event.ts";

const DETAIL_PARTS = {
  ...SUMMARY_PARTS,
  // Those that a person deleted have nothing left to show.
  inputs: { where: { asset: { removedAt: null } }, include: { asset: true }, orderBy: { role: "asc" } },
  outputs: { include: { asset: true }, orderBy: { position: "asc" } },
  // How far a render was, second by second, is nothing for a time line.
  events: { where: { type: { not: "progress" } }, orderBy: { seq: "asc" } },
  motionReport: true,
  callbackDeliveries: { orderBy: { createdAt: "asc" } },
} as const satisfies Prisma.TaskInclude;

/**
 * One task with everything its own page shows.
 * @throws AppError not_found, also for a task of another team
 */
export async function getTask({
  caller,
  taskId,
}: {
  caller: Principal;
  taskId: string;
}): Promise<TaskDetail> {
  const { teamId } = caller;
  const row = await db.task.findFirst({ where: { teamId, id: taskId }, include: DETAIL_PARTS });
  const [summary] = row === null ? [] : await summarizeRows(db, [row]);
  if (row === null || summary === undefined) throw new AppError("not_found", "There is no such task.");
  const { upstreamTaskId, upstreamExternalId, externalTaskId, retryOfId } = row;
  return {
    ...summary,
    upstreamTaskId,
    upstreamExternalId,
    externalTaskId,
    retryOfId,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    rawAnswer: row.rawAnswer,
    inputs: row.inputs.map(({ role, asset }) => ({
      role,
      assetId: asset.id,
      mime: asset.mime,
      widthPx: asset.widthPx ?? 0,
      heightPx: asset.heightPx ?? 0,
    })),
    outputs: outputsOf(row),
    result: row.result as TaskDetail["result"], // written by the worker: always an object
    events: row.events.map(taskEventOf),
    // Written by the worker, in the shape of the contract.
    motion: (row.motionReport?.report ?? null) as TaskDetail["motion"],
    callbacks: row.callbackDeliveries.map(callbackOf),
  };
}

function callbackOf(delivery: CallbackDelivery): TaskDetail["callbacks"][number] {
  const { id, url, status, attempts, lastStatus, lastError, deliveredAt, givenUpAt } = delivery;
  return {
    id,
    host: new URL(url).host,
    status,
    attempts,
    lastStatus,
    lastError,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    givenUpAt: givenUpAt?.toISOString() ?? null,
  };
}
