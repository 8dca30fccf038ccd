import { countRefusedCallback } from "#lib/callbacks/refused-callbacks.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { type CallbackTarget, callbackTargetOf } from "#lib/secrets/callback-token.ts";
import { AppError } from "#lib/shared/errors.ts";
import { findMembership } from "#lib/teams/membership.ts";
import { findSession, type Session } from "#lib/teams/session.ts";
import { verifyBearer } from "#lib/teams/verify-bearer.ts";
import { principalOf } from "#lib/teams/viewer.ts";

export type SignedInUser = Session;

export type MemberCaller = Principal & { readonly kind: "member" };
export type KeyCaller = Principal & { readonly kind: "api_key" };
/** Known by the address that it calls, which was given to it with one paid try of one task. */
export type UpstreamCaller = CallbackTarget;

/** A caller and what the answer must tell their browser about the session. */
export type Admitted<C> = { readonly caller: C; readonly setCookies: readonly string[] };

/** @throws AppError unauthenticated */
export async function authenticateUser(request: Request): Promise<Admitted<SignedInUser>> {
  const session = await findSession(request.headers);
  if (session === null) throw new AppError("unauthenticated", "Sign in first.");
  return { caller: session, setCookies: session.setCookies };
}

/**
 * The member that the cookie names, with the role they have at this moment. Nobody is moved to another of their
 * teams on the quiet: what was meant for one team must not be done, or paid, in another.
 * @throws AppError unauthenticated | forbidden with `details.reason` "no_team"
 */
export async function authenticateMember(request: Request): Promise<Admitted<MemberCaller>> {
  const { caller, setCookies } = await authenticateUser(request);
  const membership = caller.activeTeamId && (await findMembership(caller.userId, caller.activeTeamId));
  if (!membership) {
    throw new AppError("forbidden", "You are not in a team. Choose one, or ask for an invitation.", {
      details: { reason: "no_team" },
    });
  }
  return { caller: principalOf(caller.userId, membership), setCookies };
}

/** @throws AppError unauthenticated with `details.klingCode` 1001–1004 */
export async function authenticateKey(request: Request): Promise<Admitted<KeyCaller>> {
  const verdict = await verifyBearer(request.headers.get("authorization"), new Date());
  if (verdict.ok) return { caller: verdict.principal, setCookies: [] };
  throw new AppError("unauthenticated", verdict.message, { details: { klingCode: verdict.code } });
}

/**
 * Before anything is read of a stranger's call or of the database.
 * @throws AppError not_found
 */
export function authenticateUpstream(token: string): Admitted<UpstreamCaller> {
  const target = callbackTargetOf(token);
  if (target !== null) return { caller: target, setCookies: [] };
  countRefusedCallback("forged_address");
  throw new AppError("not_found", "There is no such thing.");
}
