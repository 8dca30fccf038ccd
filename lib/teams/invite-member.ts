import { appendAudit } from "#lib/audit/append-audit.ts";
import { INVITATION_HOURS } from "#lib/contract/account-limits.ts";
import { assignableRoles } from "#lib/contract/member-rules.ts";
import type { Role } from "#lib/contract/permissions.ts";
import type { NewInvitation } from "#lib/contract/team.ts";
import type { SystemTransaction } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { sendMail, sendsMail } from "#lib/net/send-mail.ts";
import { invitationToken } from "#lib/secrets/invitation-link.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { INVITATION_SELECT, invitationView, PENDING } from "./invitation-view.ts";
import { invitationMail } from "./mail-texts.ts";
import { actorRoleOrThrow } from "./team-members.ts";
import { withTeamLock } from "./with-team-lock.ts";

export type InvitationOrder = {
  readonly teamId: string;
  /** The member who invites. */
  readonly actorId: string;
  readonly actorUserId: string;
  readonly email: string;
  readonly role: Role;
  readonly now: Date;
};

/**
 * Invites an address. An earlier invitation of the same address ends: there is one valid link, the newest.
 * The answer carries the link; it is mailed too when this instance sends mail, and a mail server that is down
 * does not undo the invitation.
 * @throws AppError forbidden for a role above what the inviter may give | conflict for a member
 */
export async function inviteMember(order: InvitationOrder): Promise<NewInvitation> {
  const { invitation, teamName } = await withTeamLock(order.teamId, (tx) => insertInvitation(tx, order));
  const url = `${env.PUBLIC_URL}/invite/${invitationToken(invitation.id)}`;
  const mailed = sendsMail() && (await mailInvitation({ invitation, teamName, url }));
  return { ...invitation, url, mailed };
}

async function insertInvitation(tx: SystemTransaction, order: InvitationOrder) {
  const { teamId, actorId, actorUserId, email, role, now } = order;
  const actor = await actorRoleOrThrow(tx, { teamId, memberId: actorId });
  if (!assignableRoles(actor).includes(role)) {
    throw new AppError("forbidden", "You cannot invite someone to this role.", {
      details: { reason: "role" },
    });
  }
  const member = await tx.member.findFirst({ where: { organizationId: teamId, user: { email } } });
  if (member) throw new AppError("conflict", "This person is already in the team.");
  await tx.invitation.updateMany({
    where: { organizationId: teamId, email, status: PENDING },
    data: { status: "canceled" },
  });
  const row = await tx.invitation.create({
    data: {
      id: newId("invitation"),
      organizationId: teamId,
      email,
      role,
      status: PENDING,
      inviterId: actorUserId,
      expiresAt: new Date(now.getTime() + INVITATION_HOURS * 60 * 60 * 1000),
    },
    select: { ...INVITATION_SELECT, organization: { select: { name: true } } },
  });
  await appendAudit(tx, { teamId, action: "member.invited", objectId: row.id, details: { role } });
  return { invitation: invitationView(row), teamName: row.organization.name };
}

async function mailInvitation({
  invitation,
  teamName,
  url,
}: {
  invitation: { id: string; email: string; invitedBy: string };
  teamName: string;
  url: string;
}): Promise<boolean> {
  try {
    await sendMail({
      to: invitation.email,
      ...invitationMail({ teamName, invitedBy: invitation.invitedBy, url }),
    });
    return true;
  } catch (err) {
    log.warn({ err, invitationId: invitation.id }, "invitation mail was not sent");
    return false;
  }
}
