import type { Asset } from "#lib/contract/assets.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { assetViewOf } from "./asset-view.ts";
import { findAssetOrThrow } from "./find-asset.ts";

type RenameAsset = { readonly caller: Principal; readonly assetId: string; readonly name: string };

/**
 * Gives a file another name; its bytes and its type stay.
 * @throws AppError not_found, forbidden
 */
export async function renameAsset({ caller, assetId, name }: RenameAsset): Promise<Asset> {
  const { teamId } = caller;
  const { createdById: ownerId } = await findAssetOrThrow(db, { teamId, assetId });
  if (!can(caller, "asset.rename", { ownerId })) {
    throw new AppError("forbidden", "This file is not yours.", { details: { reason: "not_yours" } });
  }
  return assetViewOf(await db.asset.update({ where: { id: assetId, teamId }, data: { name } }));
}
