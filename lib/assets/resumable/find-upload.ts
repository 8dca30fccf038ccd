import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import type { Upload } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";

export type WantedUpload = { readonly caller: Principal; readonly uploadId: string };

/**
 * An upload that the caller began; nobody else has anything to do with it.
 * @throws AppError not_found, also for one that expired
 */
export async function findUploadOrThrow({ caller, uploadId }: WantedUpload): Promise<Upload> {
  const { teamId, userId: createdById } = caller;
  const upload = await db.upload.findFirst({
    where: { teamId, id: uploadId, createdById, expiresAt: { gt: new Date() } },
  });
  if (upload === null) throw new AppError("not_found", "There is no such upload, or it has expired.");
  return upload;
}

/** Who waits this long finds a sender gone, or further on. */
const RETRY_SECONDS = 2;

/** What keeps the caller from going on at this offset. */
export async function whyNotTaken(wanted: WantedUpload, offset: number | null): Promise<AppError> {
  const upload = await findUploadOrThrow(wanted);
  const facts = { offset: upload.offset, length: upload.length };
  if (offset !== null && offset !== upload.offset) {
    const message = `The next byte of this upload is ${upload.offset}.`;
    return new AppError("conflict", message, { details: { reason: "offset", ...facts } });
  }
  if (upload.assetId !== null)
    return new AppError("conflict", "This upload is finished.", {
      details: { reason: "finished", ...facts },
    });
  return busy(facts);
}

export function busy(facts: Readonly<Record<string, unknown>> = {}): AppError {
  return new AppError("conflict", "Somebody else is sending this file at the moment.", {
    retryable: true,
    details: { reason: "busy", retryAfterSeconds: RETRY_SECONDS, ...facts },
  });
}
