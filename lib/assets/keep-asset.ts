import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import type { Asset, Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/shared/ids.ts";

/** A file that is in the store, and whose it is. */
export type NewAsset = Omit<Prisma.AssetUncheckedCreateInput, "id">;

/**
 * The team's row for this content: the one it has, or a new one. The same bytes are one asset per team and origin, also when
 * two orders bring them at the same moment: the later one waits for the row of the earlier one. One that was deleted is there again.
 */
export async function keepAsset(tx: Transaction | SystemTransaction, asset: NewAsset): Promise<Asset> {
  const { teamId, sha256, origin } = asset;
  await tx.asset.createMany({ data: [{ id: newId("asset"), ...asset }], skipDuplicates: true });
  const where = { teamId, sha256, origin };
  // Its blobs may be gone: those that were published just now take their place.
  await tx.asset.updateMany({
    where: { ...where, removedAt: { not: null } },
    data: { ...asset, removedAt: null },
  });
  return tx.asset.findFirstOrThrow({ where });
}
