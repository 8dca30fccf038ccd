import { appendAudit } from "#lib/audit/append-audit.ts";
import { mayChangeRole } from "#lib/contract/member-rules.ts";
import type { Role } from "#lib/contract/permissions.ts";
import type { Member } from "#lib/contract/team.ts";
import { AppError } from "#lib/shared/errors.ts";
import { MEMBER_SELECT, memberView } from "./member-view.ts";
import { actorRoleOrThrow, memberOrThrow, refuseLastOwner } from "./team-members.ts";
import { withTeamLock } from "./with-team-lock.ts";

export type RoleChange = {
  readonly teamId: string;
  /** The member who acts. */
  readonly actorId: string;
  readonly memberId: string;
  readonly role: Role;
};

/**
 * Gives a member another role. It counts from their next request on.
 * @throws AppError not_found | forbidden | conflict (last owner)
 */
export function setRole({ teamId, actorId, memberId, role }: RoleChange): Promise<Member> {
  return withTeamLock(teamId, async (tx) => {
    const target = await memberOrThrow(tx, { teamId, memberId });
    const actor = await actorRoleOrThrow(tx, { teamId, memberId: actorId });
    if (!mayChangeRole({ actor, target: target.role, next: role })) {
      throw new AppError("forbidden", "Your role does not allow this change.", {
        details: { reason: "role" },
      });
    }
    if (target.role === "owner" && role !== "owner") await refuseLastOwner(tx, { teamId, memberId });
    const changed = await tx.member.update({
      where: { id: memberId },
      data: { role },
      select: MEMBER_SELECT,
    });
    const details = { from: target.role, to: role };
    await appendAudit(tx, { teamId, action: "member.role_changed", objectId: target.userId, details });
    return memberView(changed);
  });
}
