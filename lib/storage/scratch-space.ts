import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#lib/shared/errors.ts";
import type { BlobStore } from "./blob-store.ts";

/**
 * Below this the disk counts as full: the database on the same disk needs room to go on, and a running render to end.
 * In bytes.
 */
const LOW_WATER_BYTES = 512 * 1024 * 1024;

/** Longer than any job runs. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** The local half of every store: where files are made before they are published. Work folders lie in `root/work`. */
export function scratchSpace(
  root: string,
): Pick<BlobStore, "workDir" | "removeAbandonedWork" | "requireRoom"> {
  return {
    async workDir(name = randomUUID()) {
      const directory = join(root, "work", name);
      await mkdir(directory, { recursive: true });
      return directory;
    },
    removeAbandonedWork: () => removeOlder(join(root, "work"), ABANDONED_AFTER_MS),
    requireRoom: (bytes) => requireRoom(root, bytes),
  };
}

async function requireRoom(root: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(root).catch(async () => {
    await mkdir(root, { recursive: true }); // nothing was ever stored
    return statfs(root);
  });
  if (bavail * bsize - bytes >= LOW_WATER_BYTES) return;
  throw new AppError(
    "insufficient_storage",
    "The disk is nearly full; nothing new is taken until there is room.",
  );
}

async function removeOlder(directory: string, ageMs: number): Promise<void> {
  const names = await readdir(directory).catch(() => []); // nothing was ever begun
  for (const path of names.map((name) => join(directory, name))) {
    const found = await stat(path).catch(() => null); // its owner removed it meanwhile
    if (found !== null && Date.now() - found.mtimeMs > ageMs)
      await rm(path, { recursive: true, force: true });
  }
}
