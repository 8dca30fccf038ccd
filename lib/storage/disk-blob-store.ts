import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { AppError } from "#lib/shared/errors.ts";
import type { BlobStore, NewBlob } from "./blob-store.ts";

/**
 * Below this the disk counts as full: the database on the same disk needs room to go on, and a running render to end.
 * In bytes.
 */
export const LOW_WATER_BYTES = 512 * 1024 * 1024;

/** Longer than any job runs. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,5}$/;

/** Media as files below `root`, named by their hash. */
export function diskBlobStore(root: string): BlobStore {
  const fileOf = (key: string) => {
    if (!KEY.test(key)) throw new Error(`not a blob key: ${key}`);
    return join(root, key);
  };
  return {
    async workDir() {
      const directory = join(root, "work", randomUUID());
      await mkdir(directory, { recursive: true });
      return directory;
    },
    removeAbandonedWork: () => removeOlder(join(root, "work"), ABANDONED_AFTER_MS),
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
    requireRoom: (bytes) => requireRoom(root, bytes),
  };
}

export function keyOf({ sha256, extension }: Pick<NewBlob, "sha256" | "extension">): string {
  return `${sha256.slice(0, 2)}/${sha256}.${extension}`;
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

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
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

function webStream(stream: Readable): ReadableStream<Uint8Array> {
  // Node types its web streams apart from the platform's; they are the same objects.
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

async function requireRoom(root: string, bytes: number): Promise<void> {
  await mkdir(root, { recursive: true });
  const { bavail, bsize } = await statfs(root);
  if (bavail * bsize - bytes >= LOW_WATER_BYTES) return;
  throw new AppError(
    "insufficient_storage",
    "The disk is nearly full; nothing new is taken until there is room.",
  );
}

async function removeOlder(directory: string, ageMs: number): Promise<void> {
  const names = await readdir(directory).catch(() => []); // nothing was ever begun
  for (const path of names.map((name) => join(directory, name))) {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ageMs) await rm(path, { recursive: true, force: true });
  }
}
