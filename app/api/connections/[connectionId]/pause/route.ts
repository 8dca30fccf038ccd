import { pauseConnectionOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { pauseConnection } from "#lib/tasks/pause-connection.ts";

export const POST = defineRoute(pauseConnectionOperation, ({ caller, params }) =>
  pauseConnection({ teamId: caller.teamId, ...params }),
);
