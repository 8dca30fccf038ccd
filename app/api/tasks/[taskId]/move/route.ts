import { moveTaskOperation } from "#lib/contract/task-decisions.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { moveTask } from "#lib/tasks/move-task.ts";

export const POST = defineRoute(moveTaskOperation, ({ caller, params, body }) =>
  moveTask({ caller, ...params, ...body }),
);
