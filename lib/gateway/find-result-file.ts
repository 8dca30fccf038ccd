import { type AssetFile, findAssetFile } from "#lib/assets/find-asset-file.ts";
import { systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isGoodResultLink } from "#lib/tasks/result-link.ts";

/**
 * The clip behind a signed address. It ends with the thirty days, or as soon as the clip lies in the trash.
 * @throws AppError not_found for every address that is not good: it tells nothing about what exists
 */
export async function findResultFile(assetId: string, query: URLSearchParams, now: Date): Promise<AssetFile> {
  if (!isGoodResultLink(assetId, query, now)) throw gone();
  const output = await systemDb.taskOutput.findFirst({
    where: { assetId, task: { trashedAt: null } },
    select: { asset: { select: { teamId: true } } },
  });
  if (!output?.asset) throw gone();
  return findAssetFile({ teamId: output.asset.teamId, assetId, variant: "content" });
}

function gone(): AppError {
  return new AppError("not_found", "There is no such file, or its address is no longer good.");
}
