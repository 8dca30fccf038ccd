import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { stderrReporter } from "./reporter.ts";
import { copyBlobs, megabytes, removeCopied } from "./storage/move-blobs.ts";

const USAGE = "npm run storage:move -- --to s3|disk [--delete-source]";

/**
 * Takes all media from the disk to the bucket, or back. May run beside the studio and be killed and run again; see ADR
 * 021 for the order of things. The source is emptied only with `--delete-source`, and only of what was read back.
 */
await runCommand(async () => {
  const { to: target, "delete-source": deletesSource } = readArguments();
  const stores = await openStores();
  const [from, to] = target === "s3" ? [stores.disk, stores.s3] : [stores.s3, stores.disk];
  const { info } = stderrReporter;
  const moved = await stderrReporter.step(`copying media to ${target}`, () =>
    copyBlobs({ from, to, report: info }),
  );
  info(`${moved.copied} files copied (${megabytes(moved.copiedBytes)}), ${moved.found} were there already`);
  if (moved.damaged.length > 0) {
    const names = moved.damaged.join(", ");
    throw new OperatorError(`${moved.damaged.length} files are damaged and were left out: ${names}`);
  }
  if (!deletesSource) return;
  const removed = await stderrReporter.step("reading back and removing the source", () =>
    removeCopied({ from, to }),
  );
  info(`${removed} files removed from the source`);
});

function readArguments() {
  const options = { to: { type: "string" }, "delete-source": { type: "boolean", default: false } } as const;
  try {
    const { to, ...values } = parseArgs({ options }).values;
    if (to === "s3" || to === "disk") return { to, ...values };
  } catch (cause) {
    throw new OperatorError(`usage: ${USAGE}`, { cause });
  }
  throw new OperatorError(`usage: ${USAGE}`);
}

/** Both places of this installation, whichever is in use. */
async function openStores(): Promise<{ disk: BlobStore; s3: BlobStore }> {
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  // lib/env.ts wants what a server needs; moving files needs none of it.
  process.env.DATABASE_URL ||= "postgresql://unused@127.0.0.1:1/unused";
  process.env.BETTER_AUTH_SECRET ||= "unused".repeat(6);
  process.env.MASTER_KEY ||= "unused".repeat(6);
  const [{ env }, { configuredBucket }, { diskBlobStore }, { s3BlobStore }] = await Promise.all([
    import("#lib/env.ts"),
    import("#lib/storage/configured-bucket.ts"),
    import("#lib/storage/disk-blob-store.ts"),
    import("#lib/storage/s3-blob-store.ts"),
  ]);
  const bucket = configuredBucket(env);
  if (bucket === null)
    throw new OperatorError("S3_BUCKET is not set; see .env.example for the S3 variables.");
  return { disk: diskBlobStore(join(dataDir, "media")), s3: s3BlobStore(bucket, join(dataDir, "scratch")) };
}
