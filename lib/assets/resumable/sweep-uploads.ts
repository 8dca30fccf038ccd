import { systemDb } from "#lib/db/client.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

/** Between a part's bytes and the row that counts it lie moments; nobody is that slow. */
const ORPHANED_AFTER_MS = 60 * 60 * 1000;

/** Forgets uploads that expired, and parts of uploads that nobody goes on with. @returns uploads and folders of parts removed */
export async function sweepUploads(
  store: BlobStore,
  now: Date,
): Promise<{ expired: number; orphaned: number }> {
  const expired = await systemDb.$queryRaw<{ id: string }[]>`
    DELETE FROM "Upload" WHERE "expiresAt" < ${now} AND ("busyUntil" IS NULL OR "busyUntil" < ${now})
    RETURNING "id"`;
  for (const { id } of expired) await store.parts.removeAll(id);
  let orphaned = 0;
  for await (const { uploadId, writtenAt } of store.parts.list()) {
    if (now.getTime() - writtenAt.getTime() < ORPHANED_AFTER_MS || (await isGoingOn(uploadId))) continue;
    await store.parts.removeAll(uploadId);
    orphaned += 1;
  }
  return { expired: expired.length, orphaned };
}

async function isGoingOn(id: string): Promise<boolean> {
  return (await systemDb.upload.count({ where: { id, assetId: null } })) > 0;
}
