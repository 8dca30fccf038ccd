import { personOf } from "#lib/audit/acting.ts";
import { appendAudit } from "#lib/audit/append-audit.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { PENDING } from "./invitation-view.ts";
import { insertAccount, type PreparedAccount, prepareAccount } from "./new-account.ts";
import { openInvitation } from "./open-invitation.ts";
import type { Session } from "./session.ts";
import { withTeamLock } from "./with-team-lock.ts";

export type Acceptance = {
  /** The secret of the link. */
  readonly token: string;
  /** Whoever is signed in, if anyone. */
  readonly session: Session | null;
  readonly account: { readonly name: string; readonly password: string } | undefined;
  readonly now: Date;
};

/**
 * Joins a team by an invitation's link: as the one who is signed in, when the address is theirs, or with a new
 * account. A link works once; of two at the same moment one succeeds.
 * @returns the team and the address to sign in with
 * @throws AppError not_found | forbidden (signed in as someone else) | conflict (has an account: sign in first)
 */
export async function acceptInvitation(acceptance: Acceptance): Promise<{ teamId: string; email: string }> {
  const { token, session, account, now } = acceptance;
  const invitation = await openInvitation(systemDb, { token, now });
  const { teamId, email } = invitation;
  refuseOtherPerson(session, email);
  const prepared = session ? null : await prepare(email, account);
  await withTeamLock(teamId, async (tx) => {
    // Again, under the lock: it may have been canceled or used while the password was hashed.
    const { id, role } = await openInvitation(tx, { token, now });
    await tx.invitation.updateMany({ where: { id, status: PENDING }, data: { status: "accepted" } });
    const userId = session ? session.userId : await newUser(tx, prepared);
    await tx.member.create({ data: { id: newId("member"), organizationId: teamId, userId, role } });
    if (session)
      await tx.session.update({ where: { id: session.sessionId }, data: { activeOrganizationId: teamId } });
    const joined = { teamId, action: "member.joined", objectId: userId, details: { role } } as const;
    await appendAudit(tx, { ...joined, by: personOf(userId) });
  });
  return { teamId, email };
}

function refuseOtherPerson(session: Session | null, email: string): void {
  if (session === null || session.email.toLowerCase() === email) return;
  throw new AppError("forbidden", "This invitation is for someone else. Sign out first.", {
    details: { reason: "other_person" },
  });
}

async function prepare(email: string, account: Acceptance["account"]): Promise<PreparedAccount> {
  const known = await systemDb.user.findUnique({ where: { email }, select: { id: true } });
  if (known) {
    throw new AppError("conflict", "This address already has an account. Sign in with it first.", {
      details: { reason: "has_account" },
    });
  }
  if (account === undefined) throw new AppError("invalid_request", "Choose a name and a password.");
  return prepareAccount({ email, ...account });
}

async function newUser(tx: SystemTransaction, prepared: PreparedAccount | null): Promise<string> {
  if (prepared === null) throw new Error("an account is prepared for everyone who is not signed in");
  return insertAccount(tx, prepared);
}
