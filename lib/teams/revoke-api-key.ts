import { appendAudit } from "#lib/audit/append-audit.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";

/**
 * Makes a key worthless at once; again on a revoked one changes nothing.
 * @throws AppError not_found | forbidden for a key that someone else made
 */
export async function revokeApiKey(
  member: Principal,
  { keyId, now }: { keyId: string; now: Date },
): Promise<void> {
  const { teamId } = member;
  const key = await db.apiKey.findFirst({ where: { id: keyId, teamId }, select: { createdById: true } });
  if (key === null) throw new AppError("not_found", "There is no such key.");
  if (!can(member, "api_key.manage", { ownerId: key.createdById })) {
    throw new AppError("forbidden", "This key was made by someone else.", { details: { reason: "role" } });
  }
  await db.$transaction(async (tx) => {
    const where = { id: keyId, teamId, revokedAt: null };
    const { count } = await tx.apiKey.updateMany({ where, data: { revokedAt: now } });
    if (count > 0) await appendAudit(tx, { teamId, action: "api_key.revoked", objectId: keyId });
  });
}
