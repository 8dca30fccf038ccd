import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { type NormalizedImage, normalizeImage } from "#lib/media/normalize-image.ts";
import { headOf } from "#lib/media/sniff-file.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { assetViewOf } from "./asset-view.ts";
import { keepAsset } from "./keep-asset.ts";
import { explain, refusalOf } from "./media-refusal.ts";

type Picture = {
  readonly caller: Principal;
  /** A file in `workDir`; both are the caller's to remove. */
  readonly path: string;
  readonly workDir: string;
  readonly name: string;
  /** A mask belongs to one task and is not offered among a team's pictures. */
  readonly origin: "upload" | "mask";
};

/** The headers of nearly every picture end before; the child looks at the whole file once more. */
const HEAD_BYTES = 512 * 1024;

/**
 * Takes a JPEG or PNG in: judged by its header, decoded and written anew in a child process, stored under its content's
 * name. The same picture again gives the row that the team has.
 * @throws AppError unsupported_media_type for other kinds of files, unprocessable for pictures that cannot be used, both
 * with `details.reason`
 */
export async function takePicture({ path, workDir, ...whose }: Picture): Promise<Asset> {
  const header = readImageHeader(await headOf(path, HEAD_BYTES));
  // What is cut off here looks damaged and may be whole.
  if (!header.ok && header.refusal !== "damaged") throw refusalOf(header.refusal, header.message);
  const image = await normalizeImage({ inputPath: path, outDir: workDir }).catch(explain);
  return store(image, whose);
}

async function store(
  image: NormalizedImage,
  { caller, name, origin }: Pick<Picture, "caller" | "name" | "origin">,
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
