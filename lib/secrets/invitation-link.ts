import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { isId } from "#lib/shared/ids.ts";
import { deriveKey } from "./derive-key.ts";

/** 192 bits of the MAC: ids are no secrets, whoever holds the link may join. */
const MAC_CHARACTERS = 32;

/** What an invitation's link carries: the id and a MAC over it, so that neither lists nor a stolen database give it away. */
export function invitationToken(invitationId: string): string {
  return `${invitationId}-${macOf(invitationId)}`;
}

/** The invitation that a link names, or null when the link was not made by this instance. */
export function invitationIdOf(token: string): string | null {
  const invitationId = token.slice(0, -(MAC_CHARACTERS + 1));
  if (!isId("invitation", invitationId)) return null;
  const expected = Buffer.from(invitationToken(invitationId));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given) ? invitationId : null;
}

function macOf(invitationId: string): string {
  const key = deriveKey(env.MASTER_KEY, "invitation link v1");
  return createHmac("sha256", key).update(invitationId).digest("base64url").slice(0, MAC_CHARACTERS);
}
