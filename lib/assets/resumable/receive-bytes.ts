import { rm } from "node:fs/promises";
import { AppError } from "#lib/shared/errors.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { wordsOf } from "../refusal-words.ts";
import { busy, type WantedUpload, whyNotTaken } from "./find-upload.ts";
import { PartFile } from "./part-file.ts";
import {
  countPart,
  RENEW_EVERY_MS,
  releaseLease,
  renewLease,
  type Taken,
  takeLease,
} from "./upload-lease.ts";

/** Bytes that are made safe at a time: what a killed process loses, and what is sent again. */
export const PART_BYTES = 8 * 1024 * 1024;

export type Received = WantedUpload & {
  readonly offset: number;
  readonly body: AsyncIterable<Uint8Array> | null;
  /** As the sender says; null when it does not. */
  readonly contentLength: number | null;
  readonly store?: BlobStore;
};

/**
 * Takes the next bytes of an upload: part by part into the store, counted as they come. Nobody else writes meanwhile. What arrived
 * before a call breaks off is kept.
 * @returns the offset of the next byte
 * @throws AppError not_found, conflict with `details.reason` "offset", "busy" or "finished", payload_too_large, invalid_request when
 * the body breaks off, insufficient_storage
 */
export async function receiveBytes(received: Received): Promise<number> {
  const { caller, uploadId, offset, contentLength, store = blobs } = received;
  const lease = await takeLease({ ...caller, uploadId }, offset);
  if (lease === null) throw await whyNotTaken(received, offset);
  const workDir = await store.workDir();
  try {
    const room = lease.length - lease.offset;
    if (contentLength !== null && contentLength > room) throw tooLarge();
    await store.requireRoom(Math.min(PART_BYTES, room));
    return await writeParts(received.body ?? nothing(), { lease, store, workDir });
  } finally {
    await rm(workDir, { recursive: true, force: true });
    await releaseLease(lease);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

type Writing = { readonly lease: Taken; readonly store: BlobStore; readonly workDir: string };

async function writeParts(body: AsyncIterable<Uint8Array>, writing: Writing): Promise<number> {
  const { lease, workDir } = writing;
  let offset = lease.offset;
  let part = await PartFile.create(workDir);
  let renewedAt = performance.now();
  const keep = async () => {
    if (part.bytes === 0) return;
    offset += await keepPart(part, { ...writing, offset });
    part = await PartFile.create(workDir);
  };
  try {
    for await (const chunk of readable(body)) {
      for (let rest = chunk; rest.byteLength > 0; ) {
        const taken = rest.subarray(0, PART_BYTES - part.bytes);
        if (offset + part.bytes + taken.byteLength > lease.length) throw tooLarge();
        await part.write(taken);
        rest = rest.subarray(taken.byteLength);
        if (part.bytes === PART_BYTES) await keep();
      }
      if (performance.now() - renewedAt < RENEW_EVERY_MS) continue;
      if (!(await renewLease(lease))) throw busy();
      renewedAt = performance.now();
    }
    await keep();
    return offset;
  } catch (error) {
    if (error instanceof BrokenOff) await keep();
    throw error;
  } finally {
    await part.close();
  }
}

/** Puts a part where it outlives everything, then counts it. @returns its bytes */
async function keepPart(
  part: PartFile,
  { lease, store, offset }: Writing & { readonly offset: number },
): Promise<number> {
  const { path, bytes, sha256 } = await part.finish();
  const place = `${offset}-${lease.fence}`;
  await store.parts.put({ uploadId: lease.uploadId, place, path });
  // Otherwise somebody took over while this sender was silent; what lies there now goes with the upload.
  if (!(await countPart(lease, { offset, bytes, sha256, place }))) throw busy();
  return bytes;
}

/** The connection ended before the body did. */
class BrokenOff extends AppError {
  constructor(cause: unknown) {
    super("invalid_request", "The body broke off; what arrived is kept.", { cause, retryable: true });
  }
}

async function* readable(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await chunks.next().catch((cause: unknown) => {
        throw new BrokenOff(cause);
      });
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    await chunks.return?.().catch(() => undefined); // whoever sent it is gone
  }
}

function tooLarge(): AppError {
  const words = wordsOf("too_large");
  return new AppError("payload_too_large", "These are more bytes than were announced.", {
    details: { reason: "too_large", words },
  });
}
