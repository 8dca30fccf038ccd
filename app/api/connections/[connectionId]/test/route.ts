import { testConnection } from "#lib/connections/test-connection.ts";
import { testConnectionOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";

export const POST = defineRoute(testConnectionOperation, ({ caller, params, request }) =>
  testConnection({ teamId: caller.teamId, ...params }, providerHands(request)),
);
