import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { TaskFailure, TaskOutput, TaskSummary } from "#lib/contract/tasks.ts";
import type { Db, Transaction } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { learnDurations } from "./learn-durations.ts";
import { remainingSeconds } from "./pace.ts";
import { queuePositions } from "./queue-positions.ts";

/** Everything a summary is made of. */
export const SUMMARY_PARTS = {
  createdBy: { select: { id: true, name: true } },
  apiKey: { select: { name: true } },
  connection: { select: { id: true, name: true, maxParallel: true } },
  outputs: { include: { asset: true }, orderBy: { position: "asc" }, take: 1 },
  _count: { select: { outputs: true } },
} as const satisfies Prisma.TaskInclude;

export type SummaryRow = Prisma.TaskGetPayload<{ include: typeof SUMMARY_PARTS }>;

type Where = Prisma.TaskWhereInput & { teamId: string };

/** Summaries of a team's tasks, newest first. */
export async function summarizeTasks(
  client: Db | Transaction,
  where: Where,
  take?: number,
): Promise<TaskSummary[]> {
  const rows = await client.task.findMany({
    where,
    include: SUMMARY_PARTS,
    orderBy: { id: "desc" },
    ...(take !== undefined && { take }),
  });
  return summarizeRows(client, rows);
}

/** The summary of one task that is known to exist. */
export async function summarizeTask(
  client: Db | Transaction,
  { id, teamId }: { readonly id: string; readonly teamId: string },
): Promise<TaskSummary> {
  const [summary] = await summarizeTasks(client, { teamId, id });
  if (summary === undefined) throw new Error(`${id} vanished`);
  return summary;
}

/** Adds to rows what is not in them: their place in the queue and what past tasks teach. */
export async function summarizeRows(
  client: Db | Transaction,
  rows: readonly SummaryRow[],
): Promise<TaskSummary[]> {
  // One after the other: inside a transaction they share one connection.
  const positions = await queuePositions(client, rows);
  const durations = await learnDurations(client, rows.filter(isRunning));
  const now = Date.now();
  return rows.map((row) => {
    const queuePosition = positions.get(row.id) ?? null;
    const estimate = {
      elapsedMs: row.submittedAt === null ? 0 : now - row.submittedAt.getTime(),
      typicalMs: durations(row)?.typicalMs ?? null,
      queuePosition,
      maxParallel: row.connection.maxParallel,
    };
    return summaryOf(row, {
      queuePosition,
      remainingSeconds: isRunning(row) ? remainingSeconds(estimate) : null,
    });
  });
}

const RUNNING: readonly string[] = ["queued", "submitting", "submitted", "processing", "archiving"];

function isRunning({ status }: { status: string }): boolean {
  return RUNNING.includes(status);
}

function summaryOf(
  row: SummaryRow,
  learnt: Pick<TaskSummary, "queuePosition" | "remainingSeconds">,
): TaskSummary {
  return {
    id: row.id,
    // These columns are written from the types that they are read back as.
    kind: row.kind as TaskKind,
    status: row.status as TaskStatus,
    request: row.request as TaskRequest,
    failure: row.failure as TaskFailure | null,
    modelName: row.modelName,
    prompt: row.prompt,
    progress: row.progress,
    priority: row.priority,
    ...learnt,
    output: outputsOf(row)[0] ?? null,
    outputCount: row._count.outputs,
    createdBy: row.createdBy,
    apiKeyName: row.apiKey?.name ?? null,
    connection: { id: row.connection.id, name: row.connection.name },
    priceUnits: row.priceUnits?.toNumber() ?? null,
    settledUnits: row.settledUnits?.toNumber() ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    trashedAt: row.trashedAt?.toISOString() ?? null,
    seq: row.seq,
  };
}

/** The files of a row that are in the store and were not deleted, in their order. */
export function outputsOf({ outputs }: SummaryRow): TaskOutput[] {
  return outputs.flatMap(({ id, position, label, asset }) => {
    if (asset === null || asset.removedAt !== null) return [];
    return {
      id,
      position,
      label: label as OutputLabel, // written from the type that it is read back as
      assetId: asset.id,
      widthPx: asset.widthPx ?? 0,
      heightPx: asset.heightPx ?? 0,
      durationSeconds: asset.durationSeconds ?? 0,
      fps: asset.fps,
      hasSound: asset.hasSound ?? false,
      bytes: Number(asset.bytes),
      mime: asset.mime,
    };
  });
}
