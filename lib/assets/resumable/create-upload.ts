import type { Principal } from "#lib/contract/permissions.ts";
import { MAX_UPLOAD_BYTES, UPLOAD_EXPIRES_HOURS } from "#lib/contract/upload-limits.ts";
import { db } from "#lib/db/client.ts";
import type { Upload } from "#lib/db/generated/client.ts";
import { AppError, type ErrorCode } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { fileNameOf } from "../file-name.ts";
import { type RefusalReason, wordsOf } from "../refusal-words.ts";
import { refuseManyUploads } from "../team-quota.ts";
import { declaredTypeOf } from "./declared-type.ts";

type CreateUpload = {
  readonly caller: Principal;
  /** In bytes. */
  readonly length: number;
  readonly name: string;
  /** As the sender says; may be empty. */
  readonly type: string;
};

/**
 * Begins an upload: nothing is promised that could not be kept.
 * @throws AppError unsupported_media_type, payload_too_large, unprocessable, rate_limited or insufficient_storage, with
 * `details.reason` and `details.words`
 */
export async function createUpload({ caller, length, name, type }: CreateUpload): Promise<Upload> {
  const cleanName = fileNameOf(name);
  const { mime, family } = declaredTypeOf({ name: cleanName, type });
  if (length === 0) throw refuse("unprocessable", "empty");
  if (length > MAX_UPLOAD_BYTES[family]) throw refuse("payload_too_large", "too_large");
  await blobs.requireRoom(length);
  const { teamId, userId: createdById } = caller;
  const expiresAt = new Date(Date.now() + UPLOAD_EXPIRES_HOURS * 3_600_000);
  const row = { id: newId("upload"), teamId, createdById, name: cleanName, mime, length, expiresAt };
  return db.$transaction(async (tx) => {
    await refuseManyUploads(tx, teamId, length);
    return tx.upload.create({ data: row });
  });
}

function refuse(code: ErrorCode, reason: RefusalReason): AppError {
  const words = wordsOf(reason);
  return new AppError(code, words.en, { details: { reason, words } });
}
