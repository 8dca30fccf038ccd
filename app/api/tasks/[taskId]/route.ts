import { getTaskOperation, trashTaskOperation } from "#lib/contract/tasks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { trashTask } from "#lib/tasks/trash-task.ts";

export const GET = defineRoute(getTaskOperation, ({ caller, params }) => getTask({ caller, ...params }));

export const DELETE = defineRoute(trashTaskOperation, ({ caller, params }) =>
  trashTask({ caller, ...params }),
);
