import { UPLOAD_EXPIRES_HOURS } from "#lib/contract/upload-limits.ts";
import { systemDb } from "#lib/db/client.ts";

/** The right to write to an upload or to finish it. What carries an older fence than the row changes nothing. */
export type Lease = {
  readonly uploadId: string;
  readonly teamId: string;
  readonly fence: number;
};

export type Taken = Lease & {
  readonly name: string;
  readonly mime: string;
  readonly length: number;
  readonly offset: number;
};

/** Whoever is silent for longer is taken to be gone: another may go on where the safe bytes end. */
const LEASE_SECONDS = 8;
/** A lease that is in use is moved on so often. */
export const RENEW_EVERY_MS = 2_000;

type Wanted = { readonly teamId: string; readonly userId: string; readonly uploadId: string };

/**
 * @param offset where the holder wants to write; null for one who does not write
 * @returns null when there is nothing to take: see `whyNotTaken`
 */
export async function takeLease(
  { teamId, userId, uploadId }: Wanted,
  offset: number | null,
): Promise<Taken | null> {
  const [taken] = await systemDb.$queryRaw<Taken[]>`
    UPDATE "Upload" SET "fence" = "fence" + 1, "busyUntil" = now() + make_interval(secs => ${LEASE_SECONDS}),
      "expiresAt" = now() + make_interval(hours => ${UPLOAD_EXPIRES_HOURS})
    WHERE "id" = ${uploadId} AND "teamId" = ${teamId} AND "createdById" = ${userId} AND "assetId" IS NULL
      AND "expiresAt" > now() AND ("busyUntil" IS NULL OR "busyUntil" < now())
      AND (${offset}::int IS NULL OR "offset" = ${offset}::int)
    RETURNING "id" AS "uploadId", "teamId", "fence", "name", "mime", "length", "offset"`;
  return taken ?? null;
}

/** @returns whether it is still held */
export async function renewLease({ uploadId, teamId, fence }: Lease): Promise<boolean> {
  const renewed = await systemDb.$executeRaw`
    UPDATE "Upload" SET "busyUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "id" = ${uploadId} AND "teamId" = ${teamId} AND "fence" = ${fence}`;
  return renewed > 0;
}

export async function releaseLease({ uploadId, teamId, fence }: Lease): Promise<void> {
  await systemDb.$executeRaw`
    UPDATE "Upload" SET "busyUntil" = NULL
    WHERE "id" = ${uploadId} AND "teamId" = ${teamId} AND "fence" = ${fence}`;
}

export type NewPart = {
  readonly offset: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly place: string;
};

/** Counts bytes that are in the store, exactly once and only behind those before them. @returns whether they count */
export async function countPart({ uploadId, teamId, fence }: Lease, part: NewPart): Promise<boolean> {
  const counted = await systemDb.$executeRaw`
    WITH moved AS (
      UPDATE "Upload" SET "offset" = "offset" + ${part.bytes},
        "busyUntil" = now() + make_interval(secs => ${LEASE_SECONDS}),
        "expiresAt" = now() + make_interval(hours => ${UPLOAD_EXPIRES_HOURS})
      WHERE "id" = ${uploadId} AND "teamId" = ${teamId} AND "fence" = ${fence} AND "offset" = ${part.offset}
        AND "offset" + ${part.bytes} <= "length"
      RETURNING "id")
    INSERT INTO "UploadPart" ("uploadId", "offset", "bytes", "sha256", "place")
    SELECT "id", ${part.offset}, ${part.bytes}, ${part.sha256}, ${part.place} FROM moved`;
  return counted > 0;
}
