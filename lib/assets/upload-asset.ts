import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { refusalOf } from "./media-refusal.ts";
import { takePicture } from "./take-picture.ts";

type Upload = {
  readonly caller: Principal;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** A mask belongs to one task and is not offered among a team's pictures. */
  readonly origin?: "upload" | "mask";
};

/** What taking a picture in may write at most: the copy, the normalised picture and its thumbnail. */
export const PICTURE_ROOM_FACTOR = 8;

/**
 * Takes a JPEG or PNG in that is here already; see `takePicture`.
 * @throws AppError as `takePicture` does; insufficient_storage
 */
export async function uploadAsset({ caller, bytes, name, origin = "upload" }: Upload): Promise<Asset> {
  const header = readImageHeader(bytes);
  if (!header.ok) throw refusalOf(header.refusal, header.message);
  await blobs.requireRoom(bytes.byteLength * PICTURE_ROOM_FACTOR);
  const workDir = await blobs.workDir();
  try {
    const path = join(workDir, "upload");
    await writeFile(path, bytes);
    return await takePicture({ caller, path, workDir, name, origin });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
