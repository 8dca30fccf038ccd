import { hashPassword, verifyPassword } from "better-auth/crypto";
import { appendAudit } from "#lib/audit/append-audit.ts";
import { INSTANCE_CHAIN } from "#lib/contract/audit-actions.ts";
import { systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { refuseWeakPassword } from "./password-rules.ts";
import type { Session } from "./session.ts";

type Passwords = { readonly currentPassword: string; readonly newPassword: string };

/**
 * Changes the password and ends every other session of this person, in one transaction.
 * @throws AppError invalid_request with `details.reason` "wrong_password", or `details.weakness`
 */
export async function changePassword(session: Session, passwords: Passwords): Promise<void> {
  const { userId, sessionId, email, name } = session;
  const account = await systemDb.account.findFirst({
    where: { userId, providerId: "credential" },
    select: { id: true, password: true },
  });
  const isRight =
    account?.password &&
    (await verifyPassword({ hash: account.password, password: passwords.currentPassword }));
  if (!account || !isRight) {
    throw new AppError("invalid_request", "The current password is not right.", {
      details: { reason: "wrong_password" },
    });
  }
  refuseWeakPassword({ password: passwords.newPassword, personal: [email, name] });
  const password = await hashPassword(passwords.newPassword);
  const teamId = session.activeTeamId ?? INSTANCE_CHAIN;
  await systemDb.$transaction(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { password } });
    await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await appendAudit(tx, { teamId, action: "password.changed", objectId: userId });
  });
}
