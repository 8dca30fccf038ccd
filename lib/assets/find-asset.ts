import type { Asset as AssetView } from "#lib/contract/assets.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import type { Asset } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { assetViewOf } from "./asset-view.ts";

type Wanted = { readonly teamId: string; readonly assetId: string };

/**
 * One file of this team, as the studio's API tells it.
 * @throws AppError not_found for another team's file and one that was deleted
 */
export async function findAsset(wanted: Wanted): Promise<AssetView> {
  return assetViewOf(await findAssetOrThrow(db, wanted));
}

/** @throws AppError not_found */
export async function findAssetOrThrow(
  client: Transaction | typeof db,
  { teamId, assetId }: Wanted,
): Promise<Asset> {
  const asset = await client.asset.findFirst({ where: { teamId, id: assetId, removedAt: null } });
  if (asset === null) throw new AppError("not_found", "There is no such file.");
  return asset;
}
