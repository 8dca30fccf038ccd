import { restoreTaskOperation } from "#lib/contract/tasks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { restoreTask } from "#lib/tasks/trash-task.ts";

export const POST = defineRoute(restoreTaskOperation, ({ caller, params }) =>
  restoreTask({ caller, ...params }),
);
