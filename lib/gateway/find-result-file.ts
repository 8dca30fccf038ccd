import { type AssetFile, findAssetFile } from "#lib/assets/find-asset-file.ts";
import { isTerminal, TASK_STATUSES } from "#lib/contract/task-status.ts";
import { systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isGoodInputLink } from "#lib/tasks/input-link.ts";
import { isGoodResultLink } from "#lib/tasks/result-link.ts";

/**
 * The file behind a signed address: a clip for a client of the gateway, until its thirty days are over or it lies in the trash, or
 * the input of a task for the upstream that makes it, until the task has ended.
 * @throws AppError not_found for every address that is not good: it tells nothing about what exists
 */
export async function findResultFile(assetId: string, query: URLSearchParams, now: Date): Promise<AssetFile> {
  const teamId = isGoodResultLink(assetId, query, now)
    ? await teamOfResult(assetId)
    : isGoodInputLink(assetId, query, now)
      ? await teamOfInput(assetId)
      : undefined;
  if (teamId === undefined)
    throw new AppError("not_found", "There is no such file, or its address is no longer good.");
  return findAssetFile({ teamId, assetId, variant: "content" });
}

async function teamOfResult(assetId: string): Promise<string | undefined> {
  const output = await systemDb.taskOutput.findFirst({
    where: { assetId, task: { trashedAt: null } },
    select: { asset: { select: { teamId: true } } },
  });
  return output?.asset?.teamId;
}

const STATUSES_IN_WORK = TASK_STATUSES.filter((status) => !isTerminal(status));

async function teamOfInput(assetId: string): Promise<string | undefined> {
  const input = await systemDb.taskInput.findFirst({
    where: { assetId, task: { status: { in: STATUSES_IN_WORK } } },
    select: { asset: { select: { teamId: true } } },
  });
  return input?.asset.teamId;
}
