import { revokeApiKeyOperation } from "#lib/contract/keys.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { revokeApiKey } from "#lib/teams/revoke-api-key.ts";

export const DELETE = defineRoute(revokeApiKeyOperation, ({ caller, params }) =>
  revokeApiKey(caller, { keyId: params.keyId, now: new Date() }),
);
