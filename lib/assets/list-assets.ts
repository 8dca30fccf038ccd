import type { ASSET_TYPES, AssetList } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { literally } from "#lib/db/literally.ts";
import { assetViewOf } from "./asset-view.ts";

type AssetFilter = {
  readonly origin?: "upload" | "output" | undefined;
  readonly type?: (typeof ASSET_TYPES)[number] | undefined;
  /** A part of the name. */
  readonly search?: string | undefined;
};

type ListAssets = AssetFilter & {
  readonly caller: Principal;
  /** The id of the last file of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of the team's files, newest first. Masks belong to one task each and are not among them. */
export async function listAssets({ caller, cursor, limit, ...filter }: ListAssets): Promise<AssetList> {
  const rows = await db.asset.findMany({
    where: {
      teamId: caller.teamId,
      removedAt: null,
      ...conditionsOf(filter),
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { assets: page.map(assetViewOf), nextCursor };
}

function conditionsOf({ origin, type, search }: AssetFilter): Prisma.AssetWhereInput {
  const words = search?.trim();
  return {
    origin: origin ?? { in: ["upload", "output"] },
    ...(type !== undefined && { mime: { startsWith: `${type}/` } }),
    // A plain substring, so that Chinese needs no word boundaries.
    ...(words && { name: { contains: literally(words), mode: "insensitive" } }),
  };
}
