import { setFailOver } from "#lib/connections/fail-over.ts";
import { setFailOverOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const PUT = defineRoute(setFailOverOperation, ({ caller, body }) => setFailOver(caller.teamId, body));
