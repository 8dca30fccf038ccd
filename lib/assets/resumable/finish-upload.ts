import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { AppError, type ErrorCode } from "#lib/shared/errors.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { findAsset } from "../find-asset.ts";
import { explain } from "../media-refusal.ts";
import { takeFile } from "../take-file.ts";
import { MEDIA_ROOM_FACTOR } from "../take-media.ts";
import { PICTURE_ROOM_FACTOR } from "../upload-asset.ts";
import { withWords } from "../with-words.ts";
import { assembleUpload } from "./assemble-upload.ts";
import { declaredTypeOf } from "./declared-type.ts";
import { findUploadOrThrow, type WantedUpload, whyNotTaken } from "./find-upload.ts";
import { RENEW_EVERY_MS, releaseLease, renewLease, type Taken, takeLease } from "./upload-lease.ts";

/** A second call waits for the first one's answer as long as a client may be expected to. */
const WAIT_MS = 90_000;
const LOOK_EVERY_MS = 300;
/** Longer than the decoders' own limits together. */
const FINISH_WITHIN_MS = 180_000;

/**
 * Takes a whole upload into the library. Again gives the same file; what is refused is gone afterwards, what only did not work just
 * now can be finished again.
 * @throws AppError not_found; conflict with `details.reason` "incomplete" or "busy"; otherwise as `takeFile` does, with
 * `details.reason` and `details.words`
 */
export async function finishUpload(wanted: WantedUpload): Promise<Asset> {
  const { caller, uploadId } = wanted;
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const { teamId, assetId, offset, length } = await findUploadOrThrow(wanted);
    if (assetId !== null) return findAsset({ teamId, assetId });
    if (offset < length) {
      const details = { reason: "incomplete", offset, length };
      throw new AppError("conflict", "Not all bytes of this upload have arrived.", { details });
    }
    const lease = await takeLease({ ...caller, uploadId }, null);
    if (lease !== null) return await finish(lease, caller);
    if (performance.now() > until) throw await whyNotTaken(wanted, null);
    await sleep(LOOK_EVERY_MS);
  }
}

async function finish(lease: Taken, caller: Principal): Promise<Asset> {
  const { uploadId, teamId, fence } = lease;
  const renewing = setInterval(() => void renewLease(lease).catch(() => undefined), RENEW_EVERY_MS);
  try {
    const asset = await takeIn(lease, caller);
    await db.upload.updateMany({
      where: { id: uploadId, teamId, fence },
      data: { assetId: asset.id, busyUntil: null },
    });
    await blobs.parts.removeAll(uploadId);
    return asset;
  } catch (error) {
    if (!(error instanceof AppError && FINAL.includes(error.code))) throw withWords(error);
    await db.upload.deleteMany({ where: { id: uploadId, teamId, fence } });
    await blobs.parts.removeAll(uploadId);
    throw withWords(error);
  } finally {
    clearInterval(renewing);
    await releaseLease(lease);
  }
}

/** The same file would be refused again. */
const FINAL: readonly ErrorCode[] = ["unsupported_media_type", "unprocessable"];

async function takeIn(lease: Taken, caller: Principal): Promise<Asset> {
  const { length, name, mime } = lease;
  const declared = declaredTypeOf({ name, type: mime });
  await blobs.requireRoom(length * (declared.family === "image" ? PICTURE_ROOM_FACTOR : MEDIA_ROOM_FACTOR));
  const workDir = await blobs.workDir();
  try {
    const path = join(workDir, "upload");
    await assembleUpload(lease, path, blobs).catch(explain);
    const signal = AbortSignal.timeout(FINISH_WITHIN_MS);
    return await takeFile({ caller, path, workDir, name, signal }, declared);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
