import { appendAudit } from "#lib/audit/append-audit.ts";
import type { AssetUses } from "#lib/contract/assets.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db, systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { usesOf } from "./asset-uses.ts";
import { findAssetOrThrow } from "./find-asset.ts";
import { REMOVED_KEPT } from "./named-blobs.ts";

type DeleteAsset = {
  readonly caller: Principal;
  readonly assetId: string;
  /** Also when tasks that are over refer to it. */
  readonly isForced: boolean;
};

/**
 * Takes a file out of the team's library for good: it is no longer listed, served or taken into orders, and the sweep removes its
 * bytes. Tasks that refer to it keep their history without it.
 * @throws AppError not_found, forbidden, conflict with `details.reason` "in_use" or "needed" and `details.uses`
 */
export async function deleteAsset({ caller, assetId, isForced }: DeleteAsset): Promise<void> {
  const { teamId } = caller;
  await db.$transaction(async (tx) => {
    // An order that takes it in at this moment is either counted below or finds it gone.
    await tx.$queryRaw`SELECT FROM "Asset" WHERE "id" = ${assetId} AND "teamId" = ${teamId} FOR UPDATE`;
    const { createdById: ownerId } = await findAssetOrThrow(tx, { teamId, assetId });
    if (!can(caller, "asset.delete", { ownerId })) {
      throw new AppError("forbidden", "This file is not yours.", { details: { reason: "not_yours" } });
    }
    refuseUsed(await usesOf(tx, { teamId, assetId }), isForced);
    await tx.asset.update({ where: { id: assetId, teamId }, data: { removedAt: new Date() } });
    await appendAudit(tx, { teamId, action: "asset.removed", objectId: assetId, details: { isForced } });
  });
}

function refuseUsed(uses: AssetUses, isForced: boolean): void {
  if (uses.unfinishedCount > 0) {
    throw new AppError("conflict", "A task that is not over needs this file.", {
      details: { reason: "needed", uses },
    });
  }
  if (isForced || uses.taskCount + uses.elementCount === 0) return;
  throw new AppError("conflict", "Tasks refer to this file; force its deletion if it shall go anyway.", {
    details: { reason: "in_use", uses },
  });
}

/** Forgets deleted files to which nothing refers, once nobody can be about to. */
export async function forgetRemovedAssets(): Promise<void> {
  await systemDb.$executeRaw`
    DELETE FROM "Asset" AS asset WHERE "removedAt" < now() - ${REMOVED_KEPT}::interval
      AND NOT EXISTS (SELECT FROM "TaskInput" WHERE "assetId" = asset."id")
      AND NOT EXISTS (SELECT FROM "TaskOutput" WHERE "assetId" = asset."id")`;
}
