import { createHash, randomBytes } from "node:crypto";
import { readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";

const root = join(process.env.DATA_DIR ?? "", "storage-test");
const store = diskBlobStore(root);
const content = randomBytes(300_000);
const sha256 = createHash("sha256").update(content).digest("hex");
let workDir: string;

beforeAll(async () => {
  workDir = await store.workDir();
});

afterAll(() => store.removeAbandonedWork());

async function newFile(bytes: Uint8Array = content): Promise<string> {
  const path = join(workDir, randomBytes(4).toString("hex"));
  await writeFile(path, bytes);
  return path;
}

describe("the store", () => {
  test("keeps the same content once, under its hash, whole and in ranges", async () => {
    const key = await store.publish({ path: await newFile(), sha256, extension: "mp4" });
    expect(await store.publish({ path: await newFile(), sha256, extension: "mp4" })).toBe(key);
    expect(key).toContain(sha256);
    expect(await store.size(key)).toBe(content.length);
    expect(await store.hash(key)).toBe(sha256);
    expect(await buffer(store.open(key, { start: 100, end: 199 }))).toEqual(content.subarray(100, 200));
    expect(Buffer.from(await store.read(key))).toEqual(content);
  });

  test("refuses a file that is not what its hash says, and keeps nothing of it", async () => {
    const wrong = createHash("sha256").update("something else").digest("hex");
    await expect(store.publish({ path: await newFile(), sha256: wrong, extension: "mp4" })).rejects.toThrow();
    expect(await store.size(`${wrong.slice(0, 2)}/${wrong}.mp4`)).toBeNull();
  });

  test("knows no names but its own", async () => {
    for (const key of [
      "../secrets.json",
      "/etc/passwd",
      "ab/cd.mp4",
      `${sha256}.mp4`,
      `zz/../${sha256}.mp4`,
    ]) {
      await expect((async () => store.read(key))()).rejects.toThrow("not a blob key");
    }
  });

  test("takes nothing new when the disk is nearly full", async () => {
    await store.requireRoom(0);
    await expect(store.requireRoom(2 ** 60)).rejects.toMatchObject({ code: "insufficient_storage" });
  });

  test("clears away what killed jobs left, and not what is being worked on", async () => {
    const [abandoned, current] = [await store.workDir(), await store.workDir()];
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(abandoned, longAgo, longAgo);
    await store.removeAbandonedWork();
    const left = await readdir(join(root, "work"));
    expect(left.map((name) => join(root, "work", name))).not.toContain(abandoned);
    expect((await stat(current)).isDirectory()).toBe(true);
  });
});
