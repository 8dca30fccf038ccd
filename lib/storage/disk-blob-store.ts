import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isBlobKey, keyOf, sha256Of } from "./blob-key.ts";
import type { BlobStore, StoredBlob } from "./blob-store.ts";
import { hashStream } from "./hash-stream.ts";
import { scratchSpace } from "./scratch-space.ts";
import { webStream } from "./web-stream.ts";

/** Media as files below `root`, named by their hash. */
export function diskBlobStore(root: string): BlobStore {
  const fileOf = (key: string) => {
    sha256Of(key); // throws for anything else
    return join(root, key);
  };
  return {
    // On the same file system, so that publishing is a rename.
    ...scratchSpace(root),
    async publish(blob) {
      const key = keyOf(blob);
      await publishFile(blob.path, fileOf(key));
      const stored = await hashFile(fileOf(key));
      if (stored === blob.sha256) return key;
      await rm(fileOf(key), { force: true });
      throw new Error(`${key} was written, but other bytes were read back`);
    },
    size: (key) => sizeOf(fileOf(key)),
    open: (key, range) => webStream(createReadStream(fileOf(key), range)),
    read: (key) => readFile(fileOf(key)),
    hash: (key) => hashFile(fileOf(key)),
    list: () => listFiles(root),
    remove: (key) => rm(fileOf(key), { force: true }),
  };
}

/** On disk before the name exists, and the name on disk before anyone is told: a power cut leaves all or nothing. */
async function publishFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await syncToDisk(from);
  await rename(from, to);
  await syncToDisk(dirname(to));
  await syncToDisk(dirname(dirname(to)));
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hashFile(path: string): Promise<string> {
  return hashStream(createReadStream(path));
}

async function* listFiles(root: string): AsyncGenerator<StoredBlob> {
  const folders = await readdir(root).catch(() => []); // nothing was ever stored
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await readdir(join(root, folder))) {
      const key = `${folder}/${name}`;
      const bytes = isBlobKey(key) ? await sizeOf(join(root, key)) : null;
      if (bytes !== null) yield { key, bytes };
    }
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
