import type { Role } from "#lib/contract/permissions.ts";
import type { SystemTransaction } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { roleOf } from "./membership.ts";

type InTeam = { readonly id: string; readonly userId: string; readonly role: Role };

/** Another team's member is not found, like one that does not exist. @throws AppError not_found */
export async function memberOrThrow(
  tx: SystemTransaction,
  { teamId, memberId }: { teamId: string; memberId: string },
): Promise<InTeam> {
  const row = await tx.member.findFirst({
    where: { id: memberId, organizationId: teamId },
    select: { id: true, userId: true, role: true },
  });
  if (row === null) throw new AppError("not_found", "There is no such member.");
  return { ...row, role: roleOf(row.role) };
}

/**
 * The role that the one who acts has now, under the lock; it may have been taken from them a moment ago.
 * @throws AppError forbidden
 */
export async function actorRoleOrThrow(
  tx: SystemTransaction,
  { teamId, memberId }: { teamId: string; memberId: string },
): Promise<Role> {
  const row = await tx.member.findFirst({
    where: { id: memberId, organizationId: teamId },
    select: { role: true },
  });
  if (row === null) throw new AppError("forbidden", "You are not in this team any more.");
  return roleOf(row.role);
}

/** @throws AppError conflict with `details.reason` "last_owner" when nobody else could manage the team */
export async function refuseLastOwner(
  tx: SystemTransaction,
  { teamId, memberId }: { teamId: string; memberId: string },
): Promise<void> {
  const others = await tx.member.count({
    where: { organizationId: teamId, role: "owner", id: { not: memberId } },
  });
  if (others > 0) return;
  throw new AppError("conflict", "A team needs an owner. Make someone else an owner first.", {
    details: { reason: "last_owner" },
  });
}

/** Takes someone out of a team: their place, and every key that they made for it. */
export async function deleteMembership(
  tx: SystemTransaction,
  { teamId, member, now }: { teamId: string; member: InTeam; now: Date },
): Promise<void> {
  await tx.member.delete({ where: { id: member.id } });
  await tx.apiKey.updateMany({
    where: { teamId, createdById: member.userId, revokedAt: null },
    data: { revokedAt: now },
  });
}
