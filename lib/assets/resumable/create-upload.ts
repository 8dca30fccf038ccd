import type { Principal } from "#lib/contract/permissions.ts";
import {
  MAX_UNFINISHED_UPLOADS,
  MAX_UPLOAD_BYTES,
  UPLOAD_EXPIRES_HOURS,
} from "#lib/contract/upload-limits.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import type { Upload } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";
import { AppError, type ErrorCode } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { fileNameOf } from "../file-name.ts";
import { type RefusalReason, wordsOf } from "../refusal-words.ts";
import { declaredTypeOf } from "./declared-type.ts";

type CreateUpload = {
  readonly caller: Principal;
  /** In bytes. */
  readonly length: number;
  readonly name: string;
  /** As the sender says; may be empty. */
  readonly type: string;
};

const BYTES_PER_GB = 1024 ** 3;

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
    await refuseOverQuota(tx, teamId, length);
    return tx.upload.create({ data: row });
  });
}

/** One beginning at a time, so that a hundred at once are counted as well. */
async function refuseOverQuota(tx: Transaction, teamId: string, length: number): Promise<void> {
  await tx.$queryRaw`SELECT FROM "Organization" WHERE "id" = ${teamId} FOR UPDATE`;
  const unfinished = { teamId, assetId: null, expiresAt: { gt: new Date() } };
  const begun = await tx.upload.aggregate({ where: unfinished, _count: true, _sum: { length: true } });
  if (begun._count >= MAX_UNFINISHED_UPLOADS) throw refuse("rate_limited", "too_many_uploads");
  const kept = await tx.asset.aggregate({
    where: { teamId, origin: "upload", removedAt: null },
    _sum: { bytes: true },
  });
  const bytes = Number(kept._sum.bytes ?? 0) + (begun._sum.length ?? 0) + length;
  if (bytes > env.TEAM_UPLOADS_GB * BYTES_PER_GB) throw refuse("insufficient_storage", "team_quota");
}

function refuse(code: ErrorCode, reason: RefusalReason): AppError {
  const words = wordsOf(reason);
  return new AppError(code, words.en, { details: { reason, words } });
}
