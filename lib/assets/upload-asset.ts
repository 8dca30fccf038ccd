import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { type NormalizedImage, normalizeImage } from "#lib/media/normalize-image.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { assetViewOf } from "./asset-view.ts";
import { keepAsset } from "./keep-asset.ts";
import { explain, refusalOf } from "./media-refusal.ts";

type Upload = {
  readonly caller: Principal;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** A mask belongs to one task and is not offered among a team's pictures. */
  readonly origin?: "upload" | "mask";
};

/** What taking a picture in may write at most: the copy, the normalised picture and its thumbnail. */
const ROOM_FACTOR = 8;

/**
 * Takes a JPEG or PNG in: judged by its header, decoded and written anew in a child process, stored under its content's
 * name. The same picture again gives the row that the team has.
 * @throws AppError unsupported_media_type for other kinds of files, unprocessable for pictures that cannot be used, both
 * with `details.reason`; insufficient_storage
 */
export async function uploadAsset({ caller, bytes, name, origin = "upload" }: Upload): Promise<Asset> {
  const header = readImageHeader(bytes);
  if (!header.ok) throw refusalOf(header.refusal, header.message);
  await blobs.requireRoom(bytes.byteLength * ROOM_FACTOR);
  const workDir = await blobs.workDir();
  try {
    const inputPath = join(workDir, "upload");
    await writeFile(inputPath, bytes);
    const image = await normalizeImage({ inputPath, outDir: workDir }).catch(explain);
    return await store(image, { caller, name, origin });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function store(
  image: NormalizedImage,
  { caller, name, origin }: Pick<Upload, "caller" | "name"> & Required<Pick<Upload, "origin">>,
): Promise<Asset> {
  const { imagePath, thumbnailPath, ...facts } = image;
  const extension = facts.mime === "image/png" ? "png" : "jpg";
  const posterSha256 = await fileSha256(thumbnailPath);
  const posterKey = await blobs.publish({ path: thumbnailPath, sha256: posterSha256, extension: "webp" });
  const storageKey = await blobs.publish({ path: imagePath, sha256: facts.sha256, extension });
  const { teamId, userId: createdById } = caller;
  const row = await db.$transaction((tx) =>
    keepAsset(tx, { ...facts, teamId, createdById, origin, name, storageKey, posterKey }),
  );
  return assetViewOf(row);
}
