import { createReadStream, type Stats } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isBlobKey, keyOf, sha256Of } from "./blob-key.ts";
import type { BlobStore, StoredBlob } from "./blob-store.ts";
import { diskParts } from "./disk-parts.ts";
import { hashStream } from "./hash-stream.ts";
import { publishFile } from "./publish-file.ts";
import { scratchSpace } from "./scratch-space.ts";
import { webStream } from "./web-stream.ts";

/** Media as files below `root`, named by their hash. */
export function diskBlobStore(root: string): BlobStore {
  const placeOf = (folder: string) => (key: string) => {
    sha256Of(key); // throws for anything else
    return join(folder, key);
  };
  const [fileOf, asideOf] = [placeOf(root), placeOf(join(root, ASIDE))];
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
    size: async (key) => (await statOf(fileOf(key)))?.size ?? null,
    open: (key, range) => webStream(createReadStream(fileOf(key), range)),
    read: (key) => readFile(fileOf(key)),
    hash: (key) => hashFile(fileOf(key)),
    list: () => listFiles(root),
    remove: (key) => rm(fileOf(key), { force: true }),
    aside: {
      put: (key) => moveNow(fileOf(key), asideOf(key)),
      bringBack: (key) => moveNow(asideOf(key), fileOf(key)),
      discard: (key) => rm(asideOf(key), { force: true }),
      list: () => listFiles(join(root, ASIDE)),
    },
    parts: diskParts(join(root, "parts")),
  };
}

const ASIDE = "aside";

/** The file's own time tells when; what is not there is not moved. */
async function moveNow(from: string, to: string): Promise<void> {
  const now = new Date();
  try {
    await utimes(from, now, now);
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
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
      const found = isBlobKey(key) ? await statOf(join(root, key)) : null;
      if (found !== null) yield { key, bytes: found.size, writtenAt: found.mtime };
    }
  }
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
