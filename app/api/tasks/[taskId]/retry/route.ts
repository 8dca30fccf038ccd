import { retryTaskOperation } from "#lib/contract/tasks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { retryTask } from "#lib/tasks/retry-task.ts";

export const POST = defineRoute(retryTaskOperation, ({ caller, params, repeat }) =>
  retryTask({ caller, ...params, repeat }),
);
