import { reorderConnections } from "#lib/connections/reorder-connections.ts";
import { reorderConnectionsOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const PUT = defineRoute(reorderConnectionsOperation, ({ caller, body }) =>
  reorderConnections(caller.teamId, body.connectionIds),
);
