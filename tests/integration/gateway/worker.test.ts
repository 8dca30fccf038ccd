import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf } from "#lib/contract/gateway/answer-of.ts";
import { systemDb } from "#lib/db/client.ts";
import { ENDPOINTS, type Endpoint, type Operation } from "#lib/kling/endpoints.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { TASK_KINDS, type TaskKind } from "#lib/kling/task-kinds.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { legalBodies, type NamedMedia } from "#tests/support/legal-bodies.ts";
import { STUDIO_ORIGIN } from "#tests/support/studio-door.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";
import { call, createOf, plain, type Wanted } from "./calls.ts";
import { type GatewayTeam, makeGatewayTeam } from "./world.ts";

/** Everything once, on whatever machine this is. */
const ALL_MS = 600_000;

let team: GatewayTeam;
/** A studio elsewhere has workers of its own. */
let worker: TestProcess | undefined;

beforeAll(async () => {
  team = await makeGatewayTeam();
  if (STUDIO_ORIGIN === undefined) worker = startWorker();
});

afterAll(async () => {
  await worker?.kill("SIGTERM");
  await closeProducerQueue();
});

test(
  "what the sandbox makes of every kind is told in the stated shape",
  async () => {
    const atOnce = TASK_KINDS.filter((kind) => kindOf(kind).answers === "at_once");
    const answers = new Map<TaskKind, { readonly data: Readonly<Record<string, unknown>> }>();
    for (const kind of atOnce)
      answers.set(kind, await ask(createOf(kind), { body: legalBodies(team.media)[kind] }));
    const media: NamedMedia = {
      ...team.media,
      facesSession: String(answers.get("identify-face")?.data.session_id),
      selectionSession: String(answers.get("init-selection")?.data.session_id),
    };
    await mark(media.selectionSession);
    const taskIds = new Map<TaskKind, string>();
    for (const kind of TASK_KINDS.filter((it) => !atOnce.includes(it))) {
      await systemDb.rateLimit.deleteMany();
      const { data } = await ask(createOf(kind), { body: legalBodies(media)[kind] });
      taskIds.set(kind, data.task_id);
    }
    for (const [kind, id] of taskIds) {
      await until(async () => (await ask(endpointOf("get", kind), { id })).data.task_status === "succeed", {
        withinMs: ALL_MS,
        everyMs: 500,
        what: `${kind} ends; the worker said ${worker?.output()}`,
      });
      expect((await ask(endpointOf("get", kind), { id })).data.task_result, kind).not.toEqual({});
      await ask(endpointOf("list", kind), {});
      await ask(endpointOf("get_job"), { id });
    }
    for (const endpoint of ENDPOINTS.filter(({ operation }) => /^list_/.test(operation)))
      await ask(endpoint, {});
    await ask(endpointOf("account_costs"), { query: `start_time=0&end_time=${Date.now()}` });
  },
  ALL_MS,
);

async function mark(session_id: string): Promise<void> {
  const body = { session_id, frame_index: 0, points: [{ x: 0.5, y: 0.5 }] };
  for (const operation of [
    "add_selection",
    "preview_selection",
    "delete_selection",
    "clear_selection",
  ] as const)
    await ask(endpointOf(operation), { body });
  await ask(endpointOf("add_selection"), { body });
}

/** Asks, and holds the answer against what the document states. */
async function ask(endpoint: Endpoint, wanted: Wanted) {
  const answer = await call(team, endpoint, wanted);
  const told = `${endpoint.method} ${endpoint.path}: ${JSON.stringify(answer, plain)}; the worker said ${worker?.output().slice(-2000)}`;
  expect(answer.status, told).toBe(200);
  expect(answerOf(endpoint).safeParse(answer.body).error?.message, told).toBeUndefined();
  return answer.body;
}

function endpointOf(operation: Operation, kind?: TaskKind): Endpoint {
  const found = ENDPOINTS.find(
    (it) => it.operation === operation && (kind === undefined || it.kind === kind),
  );
  if (found === undefined) throw new Error(`no endpoint for ${operation}`);
  return found;
}
