import { env } from "#lib/env.ts";
import { deriveKey } from "#lib/secrets/derive-key.ts";
import { secretOf } from "./sign.ts";

/** What a team's callbacks are signed with: `whsec_…`, the same as long as the instance keeps its master key. */
export function signingSecretOf(teamId: string): string {
  return secretOf(deriveKey(env.MASTER_KEY, "callback signature v1", teamId));
}
