import type { Invitation } from "#lib/contract/team.ts";
import { systemDb } from "#lib/db/client.ts";
import { INVITATION_SELECT, invitationView, PENDING } from "./invitation-view.ts";

/** Invitations of a team that can still be accepted, newest first; without their links. */
export async function listInvitations(teamId: string, now: Date): Promise<Invitation[]> {
  const rows = await systemDb.invitation.findMany({
    where: { organizationId: teamId, status: PENDING, expiresAt: { gt: now } },
    select: INVITATION_SELECT,
    orderBy: { id: "desc" },
  });
  return rows.map(invitationView);
}
