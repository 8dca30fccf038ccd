import { setTaskPriorityOperation } from "#lib/contract/task-decisions.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { setTaskPriority } from "#lib/tasks/move-task.ts";

export const PUT = defineRoute(setTaskPriorityOperation, ({ caller, params, body }) =>
  setTaskPriority({ caller, ...params, ...body }),
);
