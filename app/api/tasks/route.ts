import { createTasksOperation, listTasksOperation } from "#lib/contract/tasks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";

export const POST = defineRoute(createTasksOperation, async ({ caller, body, repeat }) => ({
  tasks: await createTasks({ caller, ...body, repeat }),
}));

export const GET = defineRoute(listTasksOperation, ({ caller, query }) => listTasks({ caller, ...query }));
