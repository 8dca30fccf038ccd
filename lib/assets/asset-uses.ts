import type { AssetUses } from "#lib/contract/assets.ts";
import { isTerminal, TASK_STATUSES, type TaskStatus } from "#lib/contract/task-status.ts";
import { type Db, db, type Transaction } from "#lib/db/client.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { findAssetOrThrow } from "./find-asset.ts";

type Wanted = { readonly teamId: string; readonly assetId: string };

/** Enough to recognise them; the count tells the rest. */
const LATEST = 6;

/** A task whose outcome is unknown may be submitted again. */
const UNFINISHED = TASK_STATUSES.filter((status) => !isTerminal(status));

/**
 * The tasks that a file went into or came out of.
 * @throws AppError not_found
 */
export async function getAssetUses(wanted: Wanted): Promise<AssetUses> {
  await findAssetOrThrow(db, wanted);
  return usesOf(db, wanted);
}

export async function usesOf(client: Db | Transaction, { teamId, assetId }: Wanted): Promise<AssetUses> {
  const OR = [{ inputs: { some: { assetId } } }, { outputs: { some: { assetId } } }];
  // One after the other: inside a transaction they share one connection.
  const taskCount = await client.task.count({ where: { teamId, OR } });
  const unfinishedCount = await client.task.count({ where: { teamId, OR, status: { in: UNFINISHED } } });
  const tasks = await client.task.findMany({
    where: { teamId, OR },
    select: {
      id: true,
      kind: true,
      prompt: true,
      status: true,
      createdAt: true,
      trashedAt: true,
      outputs: { where: { assetId }, select: { id: true }, take: 1 },
    },
    orderBy: { id: "desc" },
    take: LATEST,
  });
  const elements = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Element" WHERE "teamId" = ${teamId} AND "deletedAt" IS NULL
      AND jsonb_path_exists("media", '$.** ? (@ == $id)', jsonb_build_object('id', ${assetId}::text))`;
  return {
    taskCount,
    unfinishedCount,
    elementCount: elements[0]?.count ?? 0,
    tasks: tasks.map(({ outputs, kind, status, createdAt, trashedAt, ...task }) => ({
      ...task,
      // These columns are written from the types that they are read back as.
      kind: kind as TaskKind,
      status: status as TaskStatus,
      as: outputs.length > 0 ? "output" : "input",
      createdAt: createdAt.toISOString(),
      trashedAt: trashedAt?.toISOString() ?? null,
    })),
  };
}
