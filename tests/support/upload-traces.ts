import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { blobs } from "#lib/storage/blobs.ts";

/** Everything that an upload of this team could leave behind: rows, parts, work folders, and blobs of whichever team. */
export async function uploadTraces(teamId: string) {
  const root = join(env.DATA_DIR, "media");
  const stored: string[] = [];
  for await (const { key } of blobs.list()) stored.push(key);
  return {
    uploads: await systemDb.upload.count({ where: { teamId } }),
    assets: await systemDb.asset.count({ where: { teamId } }),
    parts: await readdir(join(root, "parts")).catch(() => []),
    work: await readdir(join(root, "work")).catch(() => []),
    blobs: stored.toSorted(),
  };
}
