import { type Actor, personOf } from "#lib/audit/acting.ts";
import { appendAudit } from "#lib/audit/append-audit.ts";
import { type AuditAction, INSTANCE_CHAIN } from "#lib/contract/audit-actions.ts";
import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { lastUsedTeamId } from "./session-team.ts";

/**
 * better-auth opens the session in a transaction of its own; this follows before the answer. Should it fail, so does the sign-in: no
 * browser gets a cookie that the log does not know of.
 */
export function recordSignIn(userId: string): Promise<void> {
  return record(userId, { action: "session.opened", by: personOf(userId) });
}

/** The new password is good already: it was the link that proved who they are. */
export function recordPasswordReset(userId: string): Promise<void> {
  return record(userId, { action: "password.reset", by: personOf(userId) });
}

/**
 * A wrong password for an account that exists; the limit per account bounds how often that is written. An address without an account
 * is nobody's business, and would let strangers fill the log.
 */
export async function recordRefusedSignIn(email: string): Promise<void> {
  try {
    const where = { email: email.trim().toLowerCase() };
    const user = await systemDb.user.findUnique({ where, select: { id: true } });
    if (user !== null) await record(user.id, { action: "session.refused", by: ANYBODY });
  } catch (err) {
    log.error({ err }, "a refused sign-in was not recorded");
  }
}

const ANYBODY: Actor = { kind: "anonymous", id: null };

type SignInAction = Extract<AuditAction, `session.${string}` | "password.reset">;

/** In the log of the team that they worked in last; that of the instance for somebody without one. */
async function record(
  userId: string,
  { action, by }: { readonly action: SignInAction; readonly by: Actor },
): Promise<void> {
  const teamId = (await lastUsedTeamId(userId)) ?? INSTANCE_CHAIN;
  await systemDb.$transaction((tx) => appendAudit(tx, { teamId, action, objectId: userId, by }));
}
