import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";
import { s3BlobStore } from "#lib/storage/s3-blob-store.ts";
import { type S3Server, startS3Server } from "#tests/support/s3-server.ts";
import { until } from "#tests/support/until.ts";

const PROJECT_DIR = resolve(import.meta.dirname, "..", "..");
const FILES = 60;

const dataDir = process.env.DATA_DIR ?? "";
let server: S3Server;
let disk: BlobStore;
let bucket: BlobStore;

beforeAll(async () => {
  server = await startS3Server(join(dataDir, "s3"), ["media"]);
  disk = diskBlobStore(join(dataDir, "media"));
  bucket = s3BlobStore(server.place("media"), join(dataDir, "scratch"));
  for (let index = 0; index < FILES; index += 1) await publish(disk, randomBytes(200_000 + index));
});

afterAll(() => server.stop());

async function publish(store: BlobStore, content: Uint8Array): Promise<string> {
  const path = join(await store.workDir(), "file");
  await writeFile(path, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return store.publish({ path, sha256, extension: "mp4" });
}

async function keysOf(store: BlobStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.sort();
}

/** The command as an operator would type it, in a process of its own. */
function move(...words: string[]) {
  const { bucket: name, endpoint, credentials } = server.place("media");
  const child = spawn(process.execPath, ["scripts/storage-move.ts", ...words], {
    cwd: PROJECT_DIR,
    env: {
      ...process.env,
      S3_BUCKET: name,
      S3_ENDPOINT: endpoint ?? "",
      S3_ACCESS_KEY_ID: credentials?.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey,
      S3_PATH_STYLE: "true",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = once(child, "exit").then(([code]) => ({ code, output }));
  return { child, ended };
}

async function expectWhole(store: BlobStore, keys: readonly string[]): Promise<void> {
  expect(await keysOf(store)).toEqual(keys);
  for (const key of keys) expect(key).toContain(await store.hash(key));
}

test("media move to the bucket and back, over kills, and the source goes only when that is asked for", async () => {
  const keys = await keysOf(disk);
  const killed = move("--to", "s3");
  await until(async () => (await keysOf(bucket)).length > 3, {
    withinMs: 30_000,
    everyMs: 5,
    what: "it has begun",
  });
  killed.child.kill("SIGKILL");
  await killed.ended;
  const before = (await keysOf(bucket)).length;
  expect(before).toBeLessThan(FILES);

  const again = await move("--to", "s3").ended;
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining("were there already") });
  await expectWhole(bucket, keys);
  await expectWhole(disk, keys);

  expect(await move("--to", "s3", "--delete-source").ended).toMatchObject({ code: 0 });
  expect(await keysOf(disk)).toEqual([]);
  await expectWhole(bucket, keys);

  expect(await move("--to", "disk", "--delete-source").ended).toMatchObject({ code: 0 });
  await expectWhole(disk, keys);
  expect(await keysOf(bucket)).toEqual([]);
});

test("a damaged file is named and left where it is, and everything else moves", async () => {
  const key = await publish(disk, Buffer.from("one that will be damaged"));
  await writeFile(join(dataDir, "media", key), "something else");
  const { code, output } = await move("--to", "s3", "--delete-source").ended;
  expect(code).toBe(1);
  expect(output).toContain(key);
  expect(await bucket.size(key)).toBeNull();
  expect(await keysOf(bucket)).toHaveLength(FILES);
  expect(await keysOf(disk)).toHaveLength(FILES + 1);
});

test("without a bucket, or without saying where, there is one sentence and nothing happens", async () => {
  expect(await move("--to", "tape").ended).toMatchObject({
    code: 1,
    output: expect.stringContaining("usage:"),
  });
});
