import { join } from "node:path";
import { env } from "#lib/env.ts";
import { diskBlobStore } from "./disk-blob-store.ts";

/** The blob store of this installation. */
export const blobs = diskBlobStore(join(env.DATA_DIR, "media"));
