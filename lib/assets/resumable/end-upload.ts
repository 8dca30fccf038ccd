import { db } from "#lib/db/client.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { findUploadOrThrow, type WantedUpload } from "./find-upload.ts";

/**
 * Gives an upload up. Whoever is still sending it finds nothing to write to. A finished one is only forgotten: its file stays.
 * @throws AppError not_found
 */
export async function endUpload(wanted: WantedUpload): Promise<void> {
  const { id, teamId } = await findUploadOrThrow(wanted);
  await db.upload.deleteMany({ where: { id, teamId } });
  await blobs.parts.removeAll(id);
}
