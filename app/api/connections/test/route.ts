import { testNewConnection } from "#lib/connections/test-connection.ts";
import { testNewConnectionOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";

export const POST = defineRoute(testNewConnectionOperation, ({ caller, body, request }) =>
  testNewConnection({ teamId: caller.teamId, reach: body }, providerHands(request)),
);
