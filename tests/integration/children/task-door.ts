import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { AppError } from "#lib/shared/errors.ts";
import { type CreateTasksInput, createTasks } from "#lib/tasks/create-tasks.ts";

/** Takes `CreateTasksInput` as JSON on DOOR_PORT. Only for tests that kill it: who calls is not asked. */
const server = createServer(async (request, response) => {
  const answer = await createTasks((await json(request)) as CreateTasksInput).then(
    (tasks) => ({ status: 201, body: { tasks } }),
    (error: unknown) => ({ status: error instanceof AppError ? 409 : 500, body: { message: String(error) } }),
  );
  response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
});

server.listen(Number(process.env.DOOR_PORT), "127.0.0.1");
