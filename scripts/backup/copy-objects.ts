import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sha256Of } from "#lib/storage/blob-key.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { hashStream } from "#lib/storage/hash-stream.ts";
import { OperatorError } from "#scripts/operator-error.ts";
import type { Manifest } from "./manifest.ts";

type Objects = Manifest["objects"];
type Place = { readonly folder: string; readonly blobs: BlobStore };

/**
 * Copies what the dump names out of the store and reads every copy back.
 * @throws OperatorError when the studio's own files are missing or damaged: such a backup would restore a broken studio
 */
export async function saveObjects(keys: readonly string[], { folder, blobs }: Place): Promise<Objects> {
  const objects: Objects = [];
  const broken: string[] = [];
  for (const key of keys) {
    const file = path.join(folder, "objects", key);
    await mkdir(path.dirname(file), { recursive: true });
    const bytes = await blobs.size(key);
    if (bytes === null || !(await saveObject(key, { file, blobs }))) broken.push(key);
    else objects.push({ key, bytes });
  }
  if (broken.length === 0) return objects;
  throw new OperatorError(
    `${broken.length} media files are missing or damaged: ${broken.slice(0, 5).join(", ")}`,
  );
}

async function saveObject(
  key: string,
  { file, blobs }: { file: string; blobs: BlobStore },
): Promise<boolean> {
  // The platform's web streams and Node's own types of them are the same objects.
  const body = blobs.open(key) as Parameters<typeof Readable.fromWeb>[0];
  await pipeline(Readable.fromWeb(body), createWriteStream(file, { mode: 0o600 }));
  return (await hashStream(createReadStream(file))) === sha256Of(key);
}

/** @throws OperatorError when the store holds anything that this backup does not: only an earlier try of it may be there */
export async function requireEmptyStore(objects: Objects, blobs: BlobStore): Promise<void> {
  const ours = new Set(objects.map(({ key }) => key));
  for await (const { key } of blobs.list()) {
    if (!ours.has(key))
      throw new OperatorError(
        `The media store is not empty (${key}); a backup is restored into an empty one.`,
      );
  }
}

/** Publishing reads every object back and compares its hash. */
export async function loadObjects(objects: Objects, { folder, blobs }: Place): Promise<void> {
  const workDir = await blobs.workDir("restore");
  for (const { key } of objects) {
    const copy = path.join(workDir, "object");
    await copyFile(path.join(folder, "objects", key), copy);
    await blobs.publish({
      path: copy,
      sha256: sha256Of(key),
      extension: key.slice(key.lastIndexOf(".") + 1),
    });
  }
  await rm(workDir, { recursive: true, force: true });
}

/** @returns the keys of objects that are missing or not what their names promise */
export async function findBadObjects(objects: Objects, folder: string): Promise<string[]> {
  const bad: string[] = [];
  for (const { key } of objects) {
    const sha256 = await hashStream(createReadStream(path.join(folder, "objects", key))).catch(() => null);
    if (sha256 !== sha256Of(key)) bad.push(key);
  }
  return bad;
}
