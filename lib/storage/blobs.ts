import { join } from "node:path";
import { env } from "#lib/env.ts";
import type { BlobStore } from "./blob-store.ts";
import { configuredBucket } from "./configured-bucket.ts";
import { diskBlobStore } from "./disk-blob-store.ts";
import { fallbackBlobStore } from "./fallback-blob-store.ts";
import { s3BlobStore } from "./s3-blob-store.ts";

/** The blob store of this installation. */
export const blobs: BlobStore = openStore();

function openStore(): BlobStore {
  const disk = diskBlobStore(join(env.DATA_DIR, "media"));
  const bucket = configuredBucket(env);
  if (bucket === null) return disk;
  const objects = s3BlobStore(bucket, join(env.DATA_DIR, "scratch"));
  return env.STORAGE === "s3" ? fallbackBlobStore(objects, disk) : fallbackBlobStore(disk, objects);
}
