import { appendAudit } from "#lib/audit/append-audit.ts";
import { deleteMembership, memberOrThrow, refuseLastOwner } from "./team-members.ts";
import { withTeamLock } from "./with-team-lock.ts";

export type Departure = { readonly teamId: string; readonly memberId: string; readonly now: Date };

/**
 * Leaves a team for good. The person stays signed in, and works in another of their teams if they have one.
 * @throws AppError conflict for the last owner
 */
export function leaveTeam({ teamId, memberId, now }: Departure): Promise<void> {
  return withTeamLock(teamId, async (tx) => {
    const member = await memberOrThrow(tx, { teamId, memberId });
    if (member.role === "owner") await refuseLastOwner(tx, { teamId, memberId });
    await deleteMembership(tx, { teamId, member, now });
    const next = await tx.member.findFirst({
      where: { userId: member.userId },
      select: { organizationId: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    await tx.session.updateMany({
      where: { userId: member.userId, activeOrganizationId: teamId },
      data: { activeOrganizationId: next?.organizationId ?? null },
    });
    const { userId: objectId, role } = member;
    await appendAudit(tx, { teamId, action: "member.left", objectId, details: { role } });
  });
}
