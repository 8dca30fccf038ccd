import { createApiKeyOperation, listApiKeysOperation } from "#lib/contract/keys.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { expiryOf } from "#lib/teams/key-expiry.ts";
import { listApiKeys } from "#lib/teams/list-api-keys.ts";

export const GET = defineRoute(listApiKeysOperation, async ({ caller }) => ({
  keys: await listApiKeys(caller),
}));

export const POST = defineRoute(createApiKeyOperation, ({ caller, body }) =>
  createApiKey({
    teamId: caller.teamId,
    userId: caller.userId,
    name: body.name,
    scope: body.scope,
    expiresAt: expiryOf(body.expiresInDays, new Date()),
    budgetUnits: body.budgetUnits,
  }),
);
