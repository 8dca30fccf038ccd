import { storeMedia } from "#lib/assets/store-media.ts";
import { createTasksOperation, listTasksOperation } from "#lib/contract/tasks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";

export const POST = defineRoute(createTasksOperation, async ({ caller, body, repeat, request: call }) => {
  // What was painted comes with the order; addresses are fetched for clients of the gateway only.
  const request = await storeMedia(body.request, { caller, signal: call.signal, leaves: "url" });
  return { tasks: await createTasks({ caller, ...body, request, repeat }) };
});

export const GET = defineRoute(listTasksOperation, ({ caller, query }) => listTasks({ caller, ...query }));
