import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sha256Of } from "#lib/storage/blob-key.ts";
import type { BlobStore, StoredBlob } from "#lib/storage/blob-store.ts";

/** Files on their way at a time: most of the time is waiting for the bucket. */
const AT_ONCE = 4;

type Move = { readonly from: BlobStore; readonly to: BlobStore; readonly report: (text: string) => void };

export type Moved = {
  readonly copied: number;
  readonly copiedBytes: number;
  /** They were there already. */
  readonly found: number;
  /** Their bytes are not what their names promise: they stay where they are. */
  readonly damaged: readonly string[];
};

/**
 * Copies every blob that the other store lacks. Each is published there, which reads it back and compares its hash; so
 * this may be killed at any time and run again, and goes on where it was. The source is left as it is.
 */
export async function copyBlobs({ from, to, report }: Move): Promise<Moved> {
  const workDir = await to.workDir("storage-move");
  const damaged: string[] = [];
  let [copied, copiedBytes, found] = [0, 0, 0];
  await forEachBlob(from, async ({ key, bytes }) => {
    if ((await to.size(key)) === bytes) {
      found += 1;
      return;
    }
    const isRight = await copyBlob(key, { from, to, path: join(workDir, key.replace("/", "-")) });
    if (!isRight) return void damaged.push(key);
    copied += 1;
    copiedBytes += bytes;
    if (copied % 100 === 0) report(`${copied} files copied, ${megabytes(copiedBytes)}`);
  });
  await rm(workDir, { recursive: true, force: true });
  return { copied, copiedBytes, found, damaged };
}

/** Removes from the source what the other store, read once more, gives back whole. */
export async function removeCopied({ from, to }: Omit<Move, "report">): Promise<number> {
  let removed = 0;
  await forEachBlob(from, async ({ key }) => {
    if ((await to.size(key)) === null || (await to.hash(key)) !== sha256Of(key)) return;
    await from.remove(key);
    removed += 1;
  });
  return removed;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

async function forEachBlob(store: BlobStore, work: (blob: StoredBlob) => Promise<void>): Promise<void> {
  const blobs = store.list()[Symbol.asyncIterator]();
  const take = async () => {
    for (let next = await blobs.next(); !next.done; next = await blobs.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

type Copying = { readonly from: BlobStore; readonly to: BlobStore; readonly path: string };

/** @returns false when the source's own bytes are wrong */
async function copyBlob(key: string, { from, to, path }: Copying): Promise<boolean> {
  // The platform's web streams and Node's own types of them are the same objects.
  const body = from.open(key) as Parameters<typeof Readable.fromWeb>[0];
  await pipeline(Readable.fromWeb(body), createWriteStream(path));
  const extension = key.slice(key.lastIndexOf(".") + 1);
  try {
    await to.publish({ path, sha256: sha256Of(key), extension });
    return true;
  } catch (error) {
    if ((await from.hash(key)) === sha256Of(key)) throw error;
    return false;
  }
}
