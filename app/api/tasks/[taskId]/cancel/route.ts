import { cancelTaskOperation } from "#lib/contract/tasks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";

export const POST = defineRoute(cancelTaskOperation, ({ caller, params }) =>
  cancelTask({ caller, ...params }),
);
