import { appendAudit } from "#lib/audit/append-audit.ts";
import { mayRemove } from "#lib/contract/member-rules.ts";
import { AppError } from "#lib/shared/errors.ts";
import { actorRoleOrThrow, deleteMembership, memberOrThrow, refuseLastOwner } from "./team-members.ts";
import { withTeamLock } from "./with-team-lock.ts";

export type Removal = {
  readonly teamId: string;
  /** The member who acts. */
  readonly actorId: string;
  readonly memberId: string;
  readonly now: Date;
};

/**
 * Puts a member out of the team. Their sessions in it end and their keys are revoked in the same transaction, so
 * that the next request is refused whatever it carries.
 * @throws AppError not_found | forbidden | conflict (last owner, or oneself: that is `leaveTeam`)
 */
export function removeMember({ teamId, actorId, memberId, now }: Removal): Promise<void> {
  return withTeamLock(teamId, async (tx) => {
    const member = await memberOrThrow(tx, { teamId, memberId });
    const actor = await actorRoleOrThrow(tx, { teamId, memberId: actorId });
    if (!mayRemove(actor, member.role)) {
      throw new AppError("forbidden", "Your role does not allow this.", { details: { reason: "role" } });
    }
    if (memberId === actorId) {
      throw new AppError("conflict", "To go yourself, leave the team.", { details: { reason: "self" } });
    }
    if (member.role === "owner") await refuseLastOwner(tx, { teamId, memberId });
    await deleteMembership(tx, { teamId, member, now });
    await tx.session.deleteMany({ where: { userId: member.userId, activeOrganizationId: teamId } });
    const { userId: objectId, role } = member;
    await appendAudit(tx, { teamId, action: "member.removed", objectId, details: { role } });
  });
}
