import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "#lib/env.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { blobs } from "#lib/storage/blobs.ts";

/**
 * What a task is made from and what is made of it lies in the studio's own store, so that whichever worker goes on with it finds it.
 * Only the renderer's work lies on the machine where it works.
 */
const WORK = join(env.DATA_DIR, "sandbox", "work");

/** A folder for one attempt at rendering; attempts never share one. */
export function workDirOf(sandboxTaskId: string, fence: number): string {
  return join(WORK, `${sandboxTaskId}-${fence}`);
}

/** Keeps a file that came with a submission. @returns its key */
export async function keepInput(bytes: Uint8Array): Promise<string> {
  const folder = await blobs.workDir();
  try {
    const path = join(folder, "input");
    await writeFile(path, bytes);
    const header = readImageHeader(bytes);
    const extension = header.ok ? (header.mime === "image/png" ? "png" : "jpg") : "bin";
    return await blobs.publish({ path, sha256: await fileSha256(path), extension });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Brings a kept file to a place on this machine. */
export async function bringInput(key: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Node types its web streams apart from the platform's; they are the same objects.
  const source = Readable.fromWeb(blobs.open(key) as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(source, createWriteStream(path));
}

/** Gives a finished file out; doing it again changes nothing. @returns its key */
export async function keepOutput(path: string): Promise<string> {
  return blobs.publish({ path, sha256: await fileSha256(path), extension: extname(path).slice(1) });
}

/** Removes what a killed process left of earlier attempts at this task. */
export async function removeEarlierAttempts(sandboxTaskId: string, fence: number): Promise<void> {
  const earlier = (await attempts()).filter((name) => {
    const [id, attempt] = name.split("-");
    return id === sandboxTaskId && Number(attempt) < fence;
  });
  for (const name of earlier) await rm(join(WORK, name), { recursive: true, force: true });
}

/** Removes attempts that nobody touched for this long. */
export async function removeAbandonedAttempts(ageMs: number): Promise<void> {
  for (const path of (await attempts()).map((name) => join(WORK, name))) {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ageMs) await rm(path, { recursive: true, force: true });
  }
}

async function attempts(): Promise<string[]> {
  return readdir(WORK).catch(() => []); // nothing was ever put there
}
