import { deleteConnection } from "#lib/connections/delete-connection.ts";
import { readConnection } from "#lib/connections/list-connections.ts";
import { updateConnection } from "#lib/connections/update-connection.ts";
import { deleteConnectionOperation, updateConnectionOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const PATCH = defineRoute(updateConnectionOperation, async ({ caller, params, body }) => {
  await updateConnection({ teamId: caller.teamId, ...params }, body);
  return readConnection(params.connectionId, { caller, now: new Date() });
});

export const DELETE = defineRoute(deleteConnectionOperation, ({ caller, params }) =>
  deleteConnection({ teamId: caller.teamId, ...params }, { now: new Date() }),
);
