import { adoptTaskOperation } from "#lib/contract/task-decisions.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";
import { adoptTask } from "#lib/tasks/adopt-task.ts";

export const POST = defineRoute(adoptTaskOperation, ({ caller, body, request }) =>
  adoptTask({ caller, ...body }, providerHands(request)),
);
