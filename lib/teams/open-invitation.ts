import type { InvitationPreview } from "#lib/contract/team.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import { invitationIdOf } from "#lib/secrets/invitation-link.ts";
import { AppError } from "#lib/shared/errors.ts";
import { INVITATION_SELECT, invitationView, PENDING } from "./invitation-view.ts";

/**
 * The pending invitation of a link. Forged, canceled, accepted and expired links all look the same from outside.
 * @throws AppError not_found
 */
export async function openInvitation(
  client: SystemTransaction | typeof systemDb,
  { token, now }: { token: string; now: Date },
) {
  const id = invitationIdOf(token);
  const row =
    id &&
    (await client.invitation.findFirst({
      where: { id, status: PENDING, expiresAt: { gt: now } },
      select: { ...INVITATION_SELECT, organizationId: true, organization: { select: { name: true } } },
    }));
  if (!row) throw new AppError("not_found", "This invitation is not valid any more. Ask for a new one.");
  return { ...invitationView(row), teamId: row.organizationId, teamName: row.organization.name };
}

/** What the holder of a link sees before they join. */
export async function previewInvitation(token: string, now: Date): Promise<InvitationPreview> {
  const { teamName, email, role, invitedBy, expiresAt } = await openInvitation(systemDb, { token, now });
  const account = await systemDb.user.findUnique({ where: { email }, select: { id: true } });
  return { teamName, email, role, invitedBy, expiresAt, hasAccount: account !== null };
}
