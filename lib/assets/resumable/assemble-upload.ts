import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { systemDb } from "#lib/db/client.ts";
import { MediaError } from "#lib/media/media-error.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import type { Taken } from "./upload-lease.ts";

/**
 * Writes the parts of a whole upload one behind the other into a file; every byte is the one that was counted.
 * @throws MediaError damaged when the store gives back others
 */
export async function assembleUpload(
  { uploadId, length }: Taken,
  path: string,
  store: BlobStore,
): Promise<void> {
  const parts = await systemDb.uploadPart.findMany({ where: { uploadId }, orderBy: { offset: "asc" } });
  const file = await open(path, "w", 0o600);
  try {
    let next = 0;
    for (const { offset, bytes, sha256, place } of parts) {
      if (offset !== next) break;
      const written = await append(file, store.parts.open({ uploadId, place }));
      if (written.bytes !== bytes || written.sha256 !== sha256)
        throw new MediaError("damaged", "The store gave back other bytes than were sent.");
      next += bytes;
    }
    if (next !== length) throw new MediaError("damaged", "Bytes of this upload are missing.");
  } finally {
    await file.close();
  }
}

async function append(
  file: FileHandle,
  body: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of body) {
    await file.writeFile(chunk); // appends: a handle keeps its position
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: hash.digest("hex") };
}
