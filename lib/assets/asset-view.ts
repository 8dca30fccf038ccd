import { ASSET_ORIGINS, type Asset } from "#lib/contract/assets.ts";
import type { Asset as AssetRow } from "#lib/db/generated/client.ts";

/** A file as the studio's API tells it. */
export function assetViewOf(row: AssetRow): Asset {
  return {
    id: row.id,
    origin: ASSET_ORIGINS.find((origin) => origin === row.origin) ?? "output",
    name: row.name,
    mime: row.mime,
    bytes: Number(row.bytes), // a file of 2^53 bytes does not exist
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    durationSeconds: row.durationSeconds,
    fps: row.fps,
    hasSound: row.hasSound,
    hasPoster: row.posterKey !== null,
    hasPreview: row.previewKey !== null,
    createdById: row.createdById,
    createdAt: row.createdAt.toISOString(),
  };
}
