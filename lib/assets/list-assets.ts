import type { AssetList } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { assetViewOf } from "./asset-view.ts";

type ListAssets = {
  readonly caller: Principal;
  readonly origin?: "upload" | "output" | undefined;
  /** The id of the last file of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of the team's files, newest first. */
export async function listAssets({ caller, origin, cursor, limit }: ListAssets): Promise<AssetList> {
  const rows = await db.asset.findMany({
    where: {
      teamId: caller.teamId,
      ...(origin !== undefined && { origin }),
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { assets: page.map(assetViewOf), nextCursor };
}
