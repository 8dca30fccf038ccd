import { env } from "#lib/env.ts";
import { isStudioPublic } from "#lib/net/studio-address.ts";
import { type CallbackTarget, callbackToken } from "#lib/secrets/callback-token.ts";

/** Where an upstream may tell of this paid try; null when nobody outside can reach the studio. */
export function callbackUrlOf(target: CallbackTarget): string | null {
  return isStudioPublic() ? `${env.PUBLIC_URL}/api/callbacks/${callbackToken(target)}` : null;
}
