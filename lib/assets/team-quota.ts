import { MAX_UNFINISHED_UPLOADS } from "#lib/contract/upload-limits.ts";
import type { systemDb, Transaction } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";
import { wordsOf } from "./refusal-words.ts";

const BYTES_PER_GB = 1024 ** 3;

type Client = Transaction | typeof systemDb;

/**
 * Refuses one more upload of a team that has begun too many. One beginning at a time, so that a hundred at once are counted as well.
 * @throws AppError rate_limited or insufficient_storage, with `details.reason` and `details.words`
 */
export async function refuseManyUploads(tx: Transaction, teamId: string, length: number): Promise<void> {
  await tx.$queryRaw`SELECT FROM "Organization" WHERE "id" = ${teamId} FOR UPDATE`;
  const begun = await tx.upload.count({ where: { teamId, assetId: null, expiresAt: { gt: new Date() } } });
  if (begun >= MAX_UNFINISHED_UPLOADS) {
    const words = wordsOf("too_many_uploads");
    throw new AppError("rate_limited", words.en, { details: { reason: "too_many_uploads", words } });
  }
  await refuseOverQuota(tx, teamId, length);
}

/** @throws AppError insufficient_storage */
export async function refuseOverQuota(client: Client, teamId: string, length: number): Promise<void> {
  const [row] = await client.$queryRaw<{ bytes: bigint }[]>`
    SELECT (SELECT coalesce(sum("bytes"), 0) FROM "Asset"
              WHERE "teamId" = ${teamId} AND "origin" = 'upload' AND "removedAt" IS NULL)::bigint
         + (SELECT coalesce(sum("length"), 0) FROM "Upload"
              WHERE "teamId" = ${teamId} AND "assetId" IS NULL AND "expiresAt" > now())::bigint AS "bytes"`;
  if (Number(row?.bytes ?? 0) + length <= env.TEAM_UPLOADS_GB * BYTES_PER_GB) return;
  const words = wordsOf("team_quota");
  throw new AppError("insufficient_storage", words.en, { details: { reason: "team_quota", words } });
}
