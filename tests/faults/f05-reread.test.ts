import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { clipOf, sha256Of } from "./sim/clip-file.ts";

test("bytes that changed between the network and the disk are not stored", async () => {
  const blobs = diskBlobStore(await createThrowAwayDir());
  const clip = clipOf("kl1");
  const file = path.join(await blobs.workDir(), "output");
  await writeFile(file, clip.fill(0xaa, 3_000, 3_010));
  const sha256 = sha256Of(clipOf("kl1"));
  await expect(blobs.publish({ path: file, sha256, extension: "mp4" })).rejects.toThrow("other bytes");
  expect(await blobs.size(`${sha256.slice(0, 2)}/${sha256}.mp4`)).toBeNull();
});
