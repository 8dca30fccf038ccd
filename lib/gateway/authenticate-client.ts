import type { Principal } from "#lib/contract/permissions.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { verifyBearer } from "#lib/teams/verify-bearer.ts";
import { GatewayRefusal } from "./refusal.ts";

/**
 * The key behind an `Authorization` header: the opaque key itself, or a JWT signed with its access and secret key.
 * @throws GatewayRefusal 1001–1004, in the order that api-reference §1.2 gives
 */
export async function authenticateClient(authorization: string | null, now: Date): Promise<Principal> {
  const verdict = await verifyBearer(authorization, now);
  if (verdict.ok) return verdict.principal;
  throw new GatewayRefusal(nativeError(verdict.code, verdict.message));
}
