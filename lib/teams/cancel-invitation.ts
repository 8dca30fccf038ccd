import { appendAudit } from "#lib/audit/append-audit.ts";
import { systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { PENDING } from "./invitation-view.ts";

/** @throws AppError not_found when there is no such pending invitation in this team */
export async function cancelInvitation(teamId: string, invitationId: string): Promise<void> {
  await systemDb.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, organizationId: teamId, status: PENDING },
      data: { status: "canceled" },
    });
    if (count === 0) throw new AppError("not_found", "There is no such invitation.");
    await appendAudit(tx, { teamId, action: "member.invitation_canceled", objectId: invitationId });
  });
}
