import { getSigningSecretOperation } from "#lib/contract/keys.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { signingSecretOf } from "#lib/webhooks/signing-secret.ts";

export const GET = defineRoute(getSigningSecretOperation, ({ caller }) => ({
  secret: signingSecretOf(caller.teamId),
}));
