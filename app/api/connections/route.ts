import { createConnection } from "#lib/connections/create-connection.ts";
import { listConnections, readConnection } from "#lib/connections/list-connections.ts";
import { createConnectionOperation, listConnectionsOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(listConnectionsOperation, ({ caller }) =>
  listConnections({ caller, now: new Date() }),
);

export const POST = defineRoute(createConnectionOperation, async ({ caller, body }) =>
  readConnection(await createConnection(caller.teamId, body), { caller, now: new Date() }),
);
