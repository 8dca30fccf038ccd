import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { MAX_UPLOAD_BYTES } from "#lib/contract/upload-limits.ts";
import { systemDb } from "#lib/db/client.ts";
import { SNIFF_BYTES, type SniffedType, sniffType } from "#lib/media/sniff-type.ts";
import { openOutside } from "#lib/net/open-outside.ts";
import { refused } from "#lib/net/outbound-url.ts";
import { AppError } from "#lib/shared/errors.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { fileNameOf } from "./file-name.ts";
import { wordsOf } from "./refusal-words.ts";
import type { DeclaredType } from "./resumable/declared-type.ts";
import { takeFile } from "./take-file.ts";
import { MEDIA_ROOM_FACTOR } from "./take-media.ts";
import { refuseOverQuota } from "./team-quota.ts";
import { withWords } from "./with-words.ts";

type ImportAsset = {
  readonly caller: Principal;
  readonly url: string;
  /** Ends with the call. */
  readonly signal: AbortSignal;
};

const MAX_REDIRECTS = 3;
const MAX_BYTES = MAX_UPLOAD_BYTES.video;
/** For the whole file: 200 MB at 15 Mbit/s. */
const WITHIN_MS = 120_000;

/**
 * Takes in a file that lies somewhere outside, fetched through the one outbound door. An address says nothing of what is there: the
 * content alone decides, within the same limits as an upload.
 * @throws AppError as `openOutside` and `takeFile` do, payload_too_large, insufficient_storage, with `details.words`
 */
export async function importAsset({ caller, url, signal }: ImportAsset): Promise<Asset> {
  await refuseOverQuota(systemDb, caller.teamId, 0);
  await blobs.requireRoom(MAX_BYTES * MEDIA_ROOM_FACTOR);
  const workDir = await blobs.workDir();
  const late = AbortSignal.timeout(WITHIN_MS);
  const within = AbortSignal.any([signal, late]);
  try {
    const path = join(workDir, "upload");
    const { bytes, type } = await download(url, { path, signal: within });
    await refuseOverQuota(systemDb, caller.teamId, bytes);
    const file = { caller, path, workDir, name: nameOf(url), signal: within };
    return await takeFile(file, type).catch((error: unknown) => Promise.reject(withWords(error)));
  } catch (error) {
    if (!late.aborted || error instanceof AppError) throw error;
    throw new AppError("provider_unavailable", "The file took too long.", { cause: error, retryable: true });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

type Download = { readonly path: string; readonly signal: AbortSignal };

async function download(
  url: string,
  { path, signal }: Download,
): Promise<{ bytes: number; type: DeclaredType }> {
  const answer = await openOutside(url, { maxBytes: MAX_BYTES, maxRedirects: MAX_REDIRECTS, signal });
  if (answer.type === "refused") throw refused(`it answered with status ${answer.status}`);
  const file = await open(path, "w", 0o600);
  let head = Buffer.alloc(0);
  let bytes = 0;
  try {
    for await (const chunk of answer.body) {
      if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SNIFF_BYTES);
      bytes += chunk.byteLength;
      // What is not taken anyway need not arrive.
      if (head.length === SNIFF_BYTES && bytes > MAX_UPLOAD_BYTES[typeOf(head).family]) throw tooLarge();
      await file.writeFile(chunk); // appends: a handle keeps its position
    }
  } finally {
    await file.close();
  }
  return { bytes, type: typeOf(head) };
}

const FOUND: Readonly<Record<SniffedType, DeclaredType>> = {
  "image/jpeg": { mime: "image/jpeg", family: "image" },
  "image/png": { mime: "image/png", family: "image" },
  iso: { mime: "video/mp4", family: "video" },
  "audio/mpeg": { mime: "audio/mpeg", family: "audio" },
  "audio/wav": { mime: "audio/wav", family: "audio" },
  "audio/aac": { mime: "audio/aac", family: "audio" },
};

function typeOf(head: Buffer): DeclaredType {
  const sniffed = sniffType(head);
  if (sniffed === "iso" && head.toString("latin1", 8, 12) === "M4A ")
    return { mime: "audio/mp4", family: "audio" };
  if (sniffed !== null) return FOUND[sniffed];
  const words = wordsOf("unknown_type");
  throw new AppError("unsupported_media_type", words.en, { details: { reason: "unknown_type", words } });
}

function tooLarge(): AppError {
  const words = wordsOf("too_large");
  return new AppError("payload_too_large", words.en, { details: { reason: "too_large", words } });
}

/** The last segment of its path, in words. */
function nameOf(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return fileNameOf(decodeURIComponent(last));
  } catch {
    return fileNameOf(last); // a stray percent sign
  }
}
