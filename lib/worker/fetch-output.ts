import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { crashPoint } from "#lib/crash-point.ts";
import type { OpenedOutput, Provider, ProviderOutput } from "#lib/providers/provider.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { chunksOf } from "./chunks-of.ts";
import { type DownloadPart, keepPart, takePart } from "./download-part.ts";
import { isPage } from "./is-page.ts";

/** A finished file on our own disk, complete as far as its length tells. */
export type FetchedOutput = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Larger than any clip of any model: 15 s of 4K at a generous rate. */
const MAX_BYTES = 2 * 1024 ** 3;

type Fetch = {
  readonly output: ProviderOutput;
  /** Our own id of it: under this name a broken attempt leaves to the next what it got. */
  readonly outputId: string;
  readonly blobs: BlobStore;
  readonly workDir: string;
  readonly signal: AbortSignal;
};

/**
 * Streams an output into `workDir` while hashing it, from where the last attempt broke off if it is still the same file.
 * @throws Error when the transfer breaks, its length is not the one that was announced, or a page came in its place
 * @throws AppError not_found when the provider no longer has it
 */
export async function fetchOutput(provider: Provider, fetch: Fetch): Promise<FetchedOutput> {
  const path = join(fetch.workDir, "output");
  const part = await takePart(fetch, path);
  const progress: Progress = { bytes: part?.bytes ?? 0, hash: part?.hash ?? createHash("sha256") };
  const told = { wholeBytes: part?.wholeBytes ?? null, tag: part?.tag ?? null };
  if (part !== null && part.bytes === part.wholeBytes) return fetched(path, progress); // storing it failed
  const file = await open(path, part === null ? "w" : "r+");
  try {
    const opened = await openFrom(provider, { ...fetch, part });
    await download(opened, { file, progress, told, signal: fetch.signal });
  } catch (error) {
    await file.close();
    await leavePart(error, { fetch, path, progress, told });
    throw error;
  }
  await file.close();
  return fetched(path, progress);
}

function fetched(path: string, { bytes, hash }: Progress): FetchedOutput {
  return { path, bytes, sha256: hash.digest("hex") };
}

/** How far the file on disk has come; both always speak of the same bytes. */
type Progress = { bytes: number; hash: Hash };

/** What upstream said of the whole file. */
type Told = { wholeBytes: number | null; tag: string | null };

type Downloading = {
  readonly file: FileHandle;
  readonly progress: Progress;
  readonly told: Told;
  readonly signal: AbortSignal;
};

type Opening = Pick<Fetch, "output" | "signal"> & { readonly part: DownloadPart | null };

/** Opened where the part ends, or at the beginning when that would continue another file. */
async function openFrom(provider: Provider, { output, part, signal }: Opening): Promise<OpenedOutput> {
  const opened = await provider.openOutput(output, { fromByte: part?.bytes ?? 0, signal });
  if (opened.startsAt === 0 || (part !== null && continues(part, opened))) return opened;
  await opened.body.cancel();
  return provider.openOutput(output, { fromByte: 0, signal });
}

function continues(part: DownloadPart, { startsAt, bytes, tag = null }: OpenedOutput): boolean {
  const isSame = (before: unknown, now: unknown) => before === null || now === null || before === now;
  return startsAt === part.bytes && isSame(part.tag, tag) && isSame(part.wholeBytes, bytes);
}

async function download(opened: OpenedOutput, { file, progress, told, signal }: Downloading): Promise<void> {
  const { mime, startsAt } = opened;
  if (startsAt !== 0 && startsAt !== progress.bytes) throw new Error("the provider began somewhere else");
  let hasBegun = false;
  for await (const chunk of chunksOf(opened.body, signal)) {
    if (!hasBegun) {
      if (isPage(chunk, { mime, startsAt })) throw new Error("a page came in the place of the file");
      await begin(opened, { file, progress, told });
      hasBegun = true;
    }
    await write(chunk, { file, progress });
    if (progress.bytes === chunk.byteLength) crashPoint("archive:first-bytes");
  }
  crashPoint("archive:last-byte");
  if (!hasBegun) throw new Error("the output came without a byte");
  if (told.wholeBytes !== null && told.wholeBytes !== progress.bytes) {
    throw new Error(`the output came with ${progress.bytes} bytes and not with ${told.wholeBytes}`);
  }
}

type Beginning = Omit<Downloading, "signal">;

/** Only now that bytes of the file have come is anything given up of what an earlier attempt got. */
async function begin({ startsAt, bytes, tag = null }: OpenedOutput, { file, progress, told }: Beginning) {
  if (startsAt !== 0) {
    Object.assign(told, { wholeBytes: bytes ?? told.wholeBytes, tag: tag ?? told.tag });
    return;
  }
  await file.truncate(0);
  Object.assign(progress, { bytes: 0, hash: createHash("sha256") });
  Object.assign(told, { wholeBytes: bytes, tag });
}

type Writing = Pick<Downloading, "file" | "progress">;

async function write(chunk: Uint8Array, { file, progress }: Writing): Promise<void> {
  if (progress.bytes + chunk.byteLength > MAX_BYTES) throw new Error("the output is larger than any clip");
  let written = 0;
  while (written < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, written, undefined, progress.bytes + written);
    written += bytesWritten;
  }
  progress.hash.update(chunk);
  progress.bytes += chunk.byteLength;
}

type Broken = {
  readonly fetch: Fetch;
  readonly path: string;
  readonly progress: Progress;
  readonly told: Told;
};

/** Not when it would only fill a full disk, and not when it is no beginning of what was announced. */
async function leavePart(error: unknown, { fetch, path, progress, told }: Broken): Promise<void> {
  const { bytes, hash } = progress;
  const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
  const isBeginning = told.wholeBytes === null || bytes <= told.wholeBytes;
  if (bytes === 0 || isFull || !isBeginning) return;
  await keepPart(fetch, { path, bytes, sha256: hash.digest("hex"), ...told });
}
