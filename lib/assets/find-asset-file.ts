import type { ASSET_VARIANTS } from "#lib/contract/assets.ts";
import { db } from "#lib/db/client.ts";
import type { Asset } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { blobs } from "#lib/storage/blobs.ts";

export type AssetVariant = (typeof ASSET_VARIANTS)[number];

/** Bytes that may be shown to whoever was let through. */
export type AssetFile = {
  readonly key: string;
  readonly bytes: number;
  /** As our own probe found it, never as somebody claimed. */
  readonly mime: string;
  /** With its ending; may hold any character. */
  readonly fileName: string;
  /** Whether it is to be saved rather than shown. */
  readonly isDownload: boolean;
};

type Wanted = { readonly teamId: string; readonly assetId: string; readonly variant: AssetVariant };

/**
 * The file behind an asset of this team.
 * @throws AppError not_found for another team's asset, one that was deleted, a variant it lacks, and bytes that are gone
 */
export async function findAssetFile({ teamId, assetId, variant }: Wanted): Promise<AssetFile> {
  const asset = await db.asset.findFirst({ where: { teamId, id: assetId, removedAt: null } });
  const place = asset && placeOf(asset, variant);
  const bytes = place && (await blobs.size(place.key));
  if (!asset || !place || bytes === null) throw new AppError("not_found", "There is no such file.");
  const ending = place.key.split(".").at(-1) ?? "bin";
  const fileName = `${asset.name.replace(/\.(jpe?g|png|mp4|mov|webp)$/i, "")}.${ending}`;
  return { ...place, bytes: bytes ?? 0, fileName, isDownload: variant === "download" };
}

function placeOf(asset: Asset, variant: AssetVariant): { key: string; mime: string } | null {
  switch (variant) {
    case "content":
    case "download":
      return { key: asset.storageKey, mime: asset.mime };
    case "poster":
      return asset.posterKey === null ? null : { key: asset.posterKey, mime: "image/webp" };
    case "preview":
      return asset.previewKey === null ? null : { key: asset.previewKey, mime: "video/mp4" };
  }
}
