import { resumeConnectionOperation } from "#lib/contract/connections.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { resumeConnection } from "#lib/tasks/pause-connection.ts";

export const POST = defineRoute(resumeConnectionOperation, ({ caller, params }) =>
  resumeConnection({ teamId: caller.teamId, ...params }),
);
