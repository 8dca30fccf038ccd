import { appendAudit } from "#lib/audit/append-audit.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { assetViewOf } from "./asset-view.ts";

type RestoreAsset = { readonly caller: Principal; readonly assetId: string; readonly now: Date };

/** Well inside the day for which the bytes of a deleted file are kept (`REMOVED_KEPT`). */
const RESTORABLE_MS = 23 * 60 * 60 * 1000;

/**
 * Takes a deletion back while the bytes are certainly still there.
 * @throws AppError not_found, also for one that was deleted too long ago; forbidden
 */
export async function restoreAsset({ caller, assetId, now }: RestoreAsset): Promise<Asset> {
  const { teamId } = caller;
  const since = new Date(now.getTime() - RESTORABLE_MS);
  const deleted = { teamId, id: assetId, removedAt: { gt: since } };
  const asset = await db.asset.findFirst({ where: deleted });
  if (asset === null) throw new AppError("not_found", "There is no deleted file that could be restored.");
  if (!can(caller, "asset.delete", { ownerId: asset.createdById }))
    throw new AppError("forbidden", "This file is not yours.", { details: { reason: "not_yours" } });
  await db.$transaction(async (tx) => {
    const { count } = await tx.asset.updateMany({ where: deleted, data: { removedAt: null } });
    if (count === 0) throw new AppError("not_found", "There is no deleted file that could be restored.");
    await appendAudit(tx, { teamId, action: "asset.restored", objectId: assetId });
  });
  return assetViewOf(asset);
}
