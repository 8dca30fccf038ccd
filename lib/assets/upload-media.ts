import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { MEDIA_ROOM_FACTOR, type MediaType, takeMedia } from "./take-media.ts";

type Upload = {
  readonly caller: Principal;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: MediaType;
  readonly signal: AbortSignal;
};

/**
 * Takes a video or a sound in that is here already; see `takeMedia`.
 * @throws AppError as `takeMedia` does; insufficient_storage
 */
export async function uploadMedia({ bytes, ...media }: Upload): Promise<Asset> {
  await blobs.requireRoom(bytes.byteLength * MEDIA_ROOM_FACTOR);
  const workDir = await blobs.workDir();
  try {
    const path = join(workDir, "upload");
    await writeFile(path, bytes);
    return await takeMedia({ ...media, path, workDir });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
