import { createHash, randomBytes } from "node:crypto";
import { readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";
import { fallbackBlobStore } from "#lib/storage/fallback-blob-store.ts";
import { s3BlobStore } from "#lib/storage/s3-blob-store.ts";
import { type S3Server, startS3Server } from "#tests/support/s3-server.ts";

const root = join(process.env.DATA_DIR ?? "", "storage-test");
const scratch = join(root, "scratch");
const small = blobOf(randomBytes(300_000));
/** More than one part of an upload. */
const large = blobOf(randomBytes(17 * 1024 * 1024));

let server: S3Server;

beforeAll(async () => {
  server = await startS3Server(join(root, "s3"), ["media", "broken", "old", "moved"]);
});

afterAll(() => server.stop());
afterEach(() => vi.restoreAllMocks());

function blobOf(content: Buffer) {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { content, sha256, key: `${sha256.slice(0, 2)}/${sha256}.mp4` };
}

async function publish(store: BlobStore, { content, sha256 }: { content: Uint8Array; sha256: string }) {
  const path = join(await store.workDir(), "file");
  await writeFile(path, content);
  const key = await store.publish({ path, sha256, extension: "mp4" });
  await expect(stat(path), "publishing takes the file away").rejects.toThrow();
  return key;
}

async function everyOne<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

const STORES: readonly (readonly [string, () => BlobStore])[] = [
  ["disk", () => diskBlobStore(join(root, "media"))],
  ["S3", () => s3BlobStore(server.place("media"), scratch)],
];

describe.each(STORES)("the store on %s", (_name, open) => {
  test("keeps the same content once, under its hash, whole and in ranges", async () => {
    const store = open();
    const key = await publish(store, small);
    expect(await publish(store, small)).toBe(key);
    expect(key).toBe(small.key);
    expect(await store.size(key)).toBe(small.content.length);
    expect(await store.hash(key)).toBe(small.sha256);
    expect(await buffer(store.open(key, { start: 100, end: 199 }))).toEqual(small.content.subarray(100, 200));
    expect(await buffer(store.open(key))).toEqual(small.content);
    expect(Buffer.from(await store.read(key))).toEqual(small.content);
  });

  test("takes a file of several parts, lists what it has, and removes when told", async () => {
    const store = open();
    const key = await publish(store, large);
    expect(await store.hash(key)).toBe(large.sha256);
    const listed = await everyOne(store.list());
    expect(listed).toContainEqual({ key, bytes: large.content.length, writtenAt: expect.any(Date) });
    await store.remove(key);
    await store.remove(key);
    expect(await store.size(key)).toBeNull();
  });

  test("refuses a file that is not what its hash says, and keeps nothing of it", async () => {
    const store = open();
    const { sha256, key } = blobOf(Buffer.from("something else"));
    await expect(publish(store, { content: small.content, sha256 })).rejects.toThrow();
    expect(await store.size(key)).toBeNull();
  });

  test("knows no names but its own", async () => {
    const store = open();
    for (const key of [
      "../secrets.json",
      "/etc/passwd",
      "ab/cd.mp4",
      `${small.sha256}.mp4`,
      `zz/../${small.sha256}.mp4`,
    ]) {
      await expect((async () => store.read(key))()).rejects.toThrow("not a blob key");
    }
  });

  test("tells a reader that a blob is gone, and not that it is empty", async () => {
    const { key } = blobOf(randomBytes(10));
    await expect(buffer(open().open(key))).rejects.toThrow();
  });

  test("takes nothing new when the disk is nearly full", async () => {
    const store = open();
    await store.requireRoom(0);
    await expect(store.requireRoom(2 ** 60)).rejects.toMatchObject({ code: "insufficient_storage" });
  });

  test("clears away what killed jobs left, and not what is being worked on", async () => {
    const store = open();
    const [abandoned, current, named] = [
      await store.workDir(),
      await store.workDir(),
      await store.workDir("kept"),
    ];
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(abandoned, longAgo, longAgo);
    await store.removeAbandonedWork();
    await expect(stat(abandoned)).rejects.toThrow();
    expect((await stat(current)).isDirectory()).toBe(true);
    expect(await store.workDir("kept")).toBe(named);
  });
});

test("a bucket that stores other bytes than it was sent is found out before anybody relies on them", async () => {
  const store = s3BlobStore(server.place("broken"), scratch);
  const path = join(await store.workDir(), "file");
  await writeFile(path, small.content);
  damageUploads();
  await expect(store.publish({ path, sha256: small.sha256, extension: "mp4" })).rejects.toThrow("read back");
  vi.restoreAllMocks();
  expect(await store.size(small.key), "nothing of it is kept").toBeNull();
  expect((await stat(path)).size, "the file can be published again").toBe(small.content.length);
  expect(await store.publish({ path, sha256: small.sha256, extension: "mp4" })).toBe(small.key);
});

/** As if a proxy on the way had turned bytes around: same length, other content. */
function damageUploads(): void {
  const { send } = S3Client.prototype;
  vi.spyOn(S3Client.prototype, "send").mockImplementation(function (this: S3Client, command, ...rest) {
    const input = command.input as { Body?: unknown };
    if (input.Body instanceof Uint8Array) input.Body = Buffer.alloc(input.Body.byteLength);
    return Reflect.apply(send, this, [command, ...rest]);
  });
}

test("what one store lacks is read from the other, and all that is new goes to the first", async () => {
  const first = s3BlobStore(server.place("moved"), scratch);
  const second = s3BlobStore(server.place("old"), scratch);
  const store = fallbackBlobStore(first, second);
  const key = await publish(second, small);
  expect(await store.size(key)).toBe(small.content.length);
  expect(await buffer(store.open(key, { start: 1, end: 5 }))).toEqual(small.content.subarray(1, 6));
  expect(Buffer.from(await store.read(key))).toEqual(small.content);
  expect(await store.hash(key)).toBe(small.sha256);
  await publish(store, blobOf(Buffer.from("new")));
  expect(await everyOne(second.list())).toHaveLength(1);
  await publish(store, small);
  await second.remove(key);
  expect(await buffer(store.open(key))).toEqual(small.content);
});

afterAll(async () => {
  expect(await readdir(scratch), "no file lies about beside the work folders").toEqual(["work"]);
  await rm(root, { recursive: true, force: true });
});
