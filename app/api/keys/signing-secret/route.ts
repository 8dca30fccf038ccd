import { getSigningSecretOperation, rotateSigningSecretOperation } from "#lib/contract/keys.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { callbackSecretsOf, rotateCallbackSecret } from "#lib/webhooks/callback-secrets.ts";

export const GET = defineRoute(getSigningSecretOperation, async ({ caller }) => {
  const [secret] = await callbackSecretsOf(caller.teamId, new Date());
  return { secret };
});

export const POST = defineRoute(rotateSigningSecretOperation, async ({ caller }) => ({
  secret: await rotateCallbackSecret(caller.teamId, new Date()),
}));
