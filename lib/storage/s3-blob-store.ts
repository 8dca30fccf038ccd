import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { isBlobKey, keyOf, sha256Of } from "./blob-key.ts";
import type { BlobStore, ByteRange, NewBlob, StoredBlob } from "./blob-store.ts";
import { hashStream } from "./hash-stream.ts";
import { type Bucket, s3ClientOf } from "./s3-client.ts";
import { type Objects, s3Parts } from "./s3-parts.ts";
import { scratchSpace } from "./scratch-space.ts";
import { webStream } from "./web-stream.ts";

/** Larger files travel in parts, of which a broken one is sent again alone. In bytes; 5 MiB is the protocol's least. */
const PART_BYTES = 16 * 1024 * 1024;
/** Parts in memory and on their way at a time. */
const PARTS_AT_ONCE = 2;

/** Media as objects of an S3-compatible bucket of its own, named by their hash; `scratchRoot` is a local folder. */
export function s3BlobStore(place: Bucket, scratchRoot: string): BlobStore {
  const objects: Objects = { client: s3ClientOf(place), bucket: place.bucket };
  const hash = async (key: string) => hashStream(await openObject(objects, { key }));
  return {
    ...scratchSpace(scratchRoot),
    async publish(blob) {
      const key = keyOf(blob);
      const { size: bytes } = await stat(blob.path);
      // Content that is wrong must not take the place of content that is right.
      if ((await hashStream(createReadStream(blob.path))) !== blob.sha256)
        throw new Error(`${key} is not what its hash says`);
      if ((await sizeOf(objects, key)) !== bytes) await put(objects, { key, blob });
      await proveStored(objects, { key, bytes, sha256: blob.sha256 });
      await rm(blob.path, { force: true });
      return key;
    },
    size: (key) => sizeOf(objects, key),
    open: (key, range) => webStream(chunksOf(() => openObject(objects, { key, range }))),
    read: async (key) => buffer(await openObject(objects, { key })),
    hash,
    list: () => listObjects(objects),
    remove: (key) => removeObject(objects, key),
    aside: {
      put: (key) => moveObject(objects, { key, to: ASIDE }),
      bringBack: (key) => moveObject(objects, { key, from: ASIDE }),
      discard: (key) => removeObject(objects, key, ASIDE),
      list: () => listObjects(objects, ASIDE),
    },
    parts: s3Parts(objects),
  };
}

/** Before the keys of what was put aside. */
const ASIDE = "aside/";

async function put(
  { client, bucket }: Objects,
  { key, blob }: { key: string; blob: NewBlob },
): Promise<void> {
  const upload = new Upload({
    client,
    params: { Bucket: bucket, Key: key, Body: createReadStream(blob.path) },
    partSize: PART_BYTES,
    queueSize: PARTS_AT_ONCE,
  });
  await upload.done();
}

/** "Uploaded" is what the client believes; what counts is what the bucket gives back. */
async function proveStored(
  objects: Objects,
  { key, bytes, sha256 }: { key: string; bytes: number; sha256: string },
): Promise<void> {
  const storedBytes = await sizeOf(objects, key);
  if (storedBytes === bytes && (await hashStream(await openObject(objects, { key }))) === sha256) return;
  await removeObject(objects, key);
  throw new Error(`${key} was written, but other bytes were read back`);
}

async function sizeOf({ client, bucket }: Objects, key: string): Promise<number | null> {
  sha256Of(key); // throws for anything else
  try {
    const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return head.ContentLength ?? null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

type Wanted = { readonly key: string; readonly range?: ByteRange | undefined };

async function openObject({ client, bucket }: Objects, { key, range }: Wanted): Promise<Readable> {
  sha256Of(key); // throws for anything else
  const bytes = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...bytes }));
  if (Body === undefined) throw new Error(`${key} came without a body`);
  return Body as Readable; // on Node it is one; the SDK's type also covers browsers
}

async function removeObject({ client, bucket }: Objects, key: string, prefix = ""): Promise<void> {
  sha256Of(key); // throws for anything else
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: prefix + key }));
}

type Moving = { readonly key: string; readonly from?: string; readonly to?: string };

/** A copy first: whatever dies in between, the bytes are in one of both places. What is not there is not moved. */
async function moveObject(objects: Objects, { key, from = "", to = "" }: Moving): Promise<void> {
  sha256Of(key); // throws for anything else
  const { client, bucket } = objects;
  const copy = { Bucket: bucket, CopySource: `${bucket}/${from}${key}`, Key: to + key };
  try {
    await client.send(new CopyObjectCommand(copy));
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await removeObject(objects, key, from);
}

async function* listObjects({ client, bucket }: Objects, prefix = ""): AsyncGenerator<StoredBlob> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
    for (const { Key: name = "", Size: bytes, LastModified: writtenAt } of page.Contents ?? []) {
      const key = name.slice(prefix.length);
      if (isBlobKey(key) && bytes !== undefined && writtenAt !== undefined) yield { key, bytes, writtenAt };
    }
  }
}

/** Asks for the bytes when somebody begins to read, and lets the connection go when they stop. */
async function* chunksOf(open: () => Promise<Readable>): AsyncGenerator<Uint8Array> {
  yield* await open();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");
}
