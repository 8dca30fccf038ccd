import { decideTaskOperation } from "#lib/contract/task-decisions.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { decideTask } from "#lib/tasks/decide-task.ts";

export const POST = defineRoute(decideTaskOperation, ({ caller, params, body, repeat }) =>
  decideTask({ caller, ...params, decision: body, repeat }),
);
