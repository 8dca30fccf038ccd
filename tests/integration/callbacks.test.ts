import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Principal } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { serveGateway } from "#lib/gateway/serve.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { appendEvents } from "#lib/tasks/append-event.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { retryTask } from "#lib/tasks/retry-task.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { callbackSecretsOf, rotateCallbackSecret } from "#lib/webhooks/callback-secrets.ts";
import { deliverMessage } from "#lib/webhooks/deliver-message.ts";
import { sweepDeliveries } from "#lib/webhooks/sweep-deliveries.ts";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";

type Behaviour = (call: ReceivedCall, response: ServerResponse) => void;

/** Ends as soon as it is submitted, without anything being drawn: told as submitted and as failed. */
const REFUSED = "[fail:1301] a kite";

const ok: Behaviour = (_call, response) => response.writeHead(200).end("fine");

let team: TestTeam;
let bearer: string;
/** What the team's callbacks are signed with. */
let secrets: readonly string[];
let receiver: HttpFixture;
let canary: HttpFixture;
let worker: TestProcess | undefined;
/** By path, so that each test has a receiver of its own. */
const behaviours = new Map<string, Behaviour>();

beforeAll(async () => {
  team = await createTeam({ maxParallel: 10 });
  const { teamId, caller } = team;
  const key = await createApiKey({
    teamId,
    userId: caller.userId,
    name: "k",
    scope: "create",
    expiresAt: null,
  });
  bearer = `Bearer ${key.key}`;
  secrets = await callbackSecretsOf(teamId, new Date());
  receiver = await startHttpFixture((call, response) => (behaviours.get(call.path) ?? ok)(call, response));
  canary = await startHttpFixture(ok);
});

afterEach(async () => {
  await worker?.kill("SIGKILL");
  worker = undefined;
});

afterAll(async () => {
  receiver.close();
  canary.close();
  await closeProducerQueue();
});

function work(): TestProcess {
  worker = startWorker({ OUTBOUND_HOST_MAP: `hooks.example.com=127.0.0.1:${receiver.port}` });
  return worker;
}

/** Orders a clip whose client wants to be called at this path of the mapped host, or at this very address. */
async function order(callback: string, prompt = REFUSED): Promise<string> {
  const callback_url = callback.startsWith("/") ? `https://hooks.example.com${callback}` : callback;
  const request = new Request("http://localhost/v1/videos/text2video", {
    method: "POST",
    headers: { authorization: bearer, "content-type": "application/json" },
    body: JSON.stringify({ model_name: "kling-v1", prompt, callback_url }),
  });
  const answer = await (await serveGateway(request, "/v1/videos/text2video")).json();
  expect(answer).toMatchObject({ code: 0 });
  return answer.data.task_id;
}

function callsAt(path: string): ReceivedCall[] {
  return receiver.calls.filter((call) => call.path === path);
}

function deliveriesOf(taskId: string) {
  return systemDb.callbackDelivery.findMany({ where: { taskId }, orderBy: { createdAt: "asc" } });
}

async function untilAllOver(
  taskId: string,
  { count, withinMs = 50_000 }: { count: number; withinMs?: number },
) {
  return until(
    async () => {
      const deliveries = await deliveriesOf(taskId);
      const isOver = deliveries.every(({ deliveredAt, givenUpAt }) => deliveredAt ?? givenUpAt);
      return deliveries.length >= count && isOver && deliveries;
    },
    { withinMs, what: "all deliveries are over" },
  );
}

/** By the words of the specification and with nothing of ours. */
function isSigned({ headers, body }: ReceivedCall): boolean {
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return headers["webhook-signature"] === secrets.map((secret) => signatureOf(text, secret)).join(" ");
}

function signatureOf(text: string, secret: string): string {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  return `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
}

test("a client is told of each status once, in Kling's shape and signed", async () => {
  work();
  const taskId = await order("/happy", "a kite");
  const deliveries = await untilAllOver(taskId, { count: 3 });
  expect(
    deliveries.map(({ status, attempts, lastStatus, lastError }) => [
      status,
      attempts,
      lastStatus,
      lastError,
    ]),
  ).toEqual([
    ["submitted", 1, 200, null],
    ["processing", 1, 200, null],
    ["succeed", 1, 200, null],
  ]);
  const calls = callsAt("/happy");
  const bodies = calls.map(({ body }) => JSON.parse(body));
  expect(bodies.map((body) => body.task_status).sort()).toEqual(["processing", "submitted", "succeed"]);
  expect(new Set(bodies.map((body) => body.task_id))).toEqual(new Set([taskId]));
  expect(calls.map(isSigned)).toEqual([true, true, true]);
  expect(new Set(calls.map(({ headers }) => headers["webhook-id"])).size).toBe(3);
  expect(calls[0]).toMatchObject({
    method: "POST",
    host: "hooks.example.com",
    headers: { "content-type": "application/json", "user-agent": expect.stringMatching(/^Framewright/) },
  });
  expect(calls.flatMap(({ headers }) => [headers.authorization, headers.cookie])).toEqual(
    calls.flatMap(() => [undefined, undefined]),
  );
  const done = bodies.find((body) => body.task_status === "succeed");
  expect(done).toMatchObject({
    task_status_msg: "",
    created_at: expect.any(Number),
    updated_at: expect.any(Number),
    final_unit_deduction: "1",
    task_info: {},
    task_result: { videos: [{ id: expect.any(String), url: expect.stringContaining("/v1/files/") }] },
  });
}, 90_000);

test("a failure is told with its reason, and a task that is ordered again does not go back for its client", async () => {
  work();
  const taskId = await order("/failing");
  const before = await untilAllOver(taskId, { count: 2 });
  expect(before.map(({ status, lastStatus }) => [status, lastStatus])).toEqual([
    ["submitted", 200],
    ["failed", 200],
  ]);
  const bodies = callsAt("/failing").map(({ body }) => JSON.parse(body));
  expect(bodies.find((body) => body.task_status === "failed")).toMatchObject({
    task_status_msg: expect.stringMatching(/./),
    task_result: {},
  });
  await retryTask({ caller: team.caller, taskId });
  await until(async () => (await systemDb.task.findUnique({ where: { id: taskId } }))?.status === "failed", {
    withinMs: 30_000,
    what: "it failed again",
  });
  expect(await deliveriesOf(taskId)).toEqual(before);
  const told = ["processing", "succeeded"] as const;
  const events = told.map((status) => ({ taskId, type: "progress", status }) as const);
  const queue = await producerQueue();
  await systemDb.$transaction((tx) => appendEvents(tx, { teamId: team.teamId, events, queue }));
  expect((await deliveriesOf(taskId)).map(({ status }) => status)).toEqual([
    "submitted",
    "failed",
    "succeed",
  ]);
}, 90_000);

test("a task that is canceled while it waits is told as failed", async () => {
  const taskId = await order("/canceled");
  await cancelTask({ caller: team.caller satisfies Principal, taskId });
  expect((await deliveriesOf(taskId)).map(({ status }) => status)).toEqual(["submitted", "failed"]);
  work();
  await untilAllOver(taskId, { count: 2 });
  const bodies = callsAt("/canceled").map(({ body }) => JSON.parse(body));
  expect(bodies.map((body) => body.task_status).sort()).toEqual(["failed", "submitted"]);
});

test("a receiver that fails, redirects or hangs is tried again, with the same id and a new signature", async () => {
  const answers: Behaviour[] = [(_call, response) => response.writeHead(500).end("x".repeat(100_000)), ok];
  behaviours.set("/flaky", (call, response) => {
    if (JSON.parse(call.body).task_status !== "submitted") return ok(call, response);
    (answers.shift() ?? ok)(call, response);
  });
  let hung = 0;
  behaviours.set("/hanging", (call, response) => {
    if (JSON.parse(call.body).task_status !== "submitted" || hung++ > 0) ok(call, response);
  });
  let redirected = 0;
  behaviours.set("/moved", (call, response) => {
    if (JSON.parse(call.body).task_status !== "submitted" || redirected++ > 0) return ok(call, response);
    response.writeHead(307, { location: "https://hooks.example.com/elsewhere" }).end();
  });
  const taskIds = await Promise.all(["/flaky", "/hanging", "/moved"].map((path) => order(path)));
  work();
  for (const taskId of taskIds) {
    const deliveries = await untilAllOver(taskId, { count: 2 });
    expect(deliveries[0]).toMatchObject({
      status: "submitted",
      attempts: 2,
      lastStatus: 200,
      lastError: null,
    });
    expect(deliveries.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  }
  expect(callsAt("/elsewhere")).toEqual([]);
  for (const path of ["/flaky", "/hanging", "/moved"]) {
    const tries = callsAt(path).filter(({ body }) => JSON.parse(body).task_status === "submitted");
    expect(tries.map(isSigned)).toEqual([true, true]);
    expect(new Set(tries.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const [first, second] = tries.map(({ headers }) => Number(headers["webhook-timestamp"]));
    expect(second).toBeGreaterThan(first ?? Number.NaN);
  }
}, 120_000);

test("410 ends it at once, and a private address is never connected to", async () => {
  behaviours.set("/gone", (_call, response) => response.writeHead(410).end());
  const privateUrls = [
    `http://127.0.0.1:${canary.port}/`,
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data/",
  ];
  const goneId = await order("/gone");
  const privateIds = await Promise.all(privateUrls.map((url) => order(url)));
  work();
  const gone = await untilAllOver(goneId, { count: 2 });
  const { callbacks } = await getTask({ caller: team.caller, taskId: goneId });
  expect(callbacks[0]).toMatchObject({
    id: gone[0]?.id,
    host: "hooks.example.com",
    status: "submitted",
    attempts: 1,
    lastStatus: 410,
    lastError: "The address answered with status 410.",
    deliveredAt: null,
    givenUpAt: expect.any(String),
  });
  expect(
    gone.map(({ attempts, lastStatus, givenUpAt }) => [attempts, lastStatus, givenUpAt !== null]),
  ).toEqual(gone.map(() => [1, 410, true]));
  for (const taskId of privateIds) {
    const deliveries = await untilAllOver(taskId, { count: 2 });
    for (const delivery of deliveries) {
      expect(delivery).toMatchObject({ attempts: 1, lastStatus: null, deliveredAt: null });
      expect(delivery.lastError).toMatch(/cannot be called/);
    }
    await until(
      async () => (await systemDb.task.findUnique({ where: { id: taskId } }))?.status === "failed",
      {
        withinMs: 30_000,
        what: "the task itself is not held up",
      },
    );
  }
  expect(canary.connections()).toBe(0);
}, 120_000);

test("a worker that is killed between the answer and its record sends the same message again", async () => {
  const killed = Promise.withResolvers<void>();
  behaviours.set("/killer", (call, response) => {
    if (worker === undefined || callsAt("/killer").length > 1) return ok(call, response);
    worker.child.kill("SIGKILL");
    killed.resolve();
  });
  const taskId = await order("/killer");
  work();
  await killed.promise;
  await worker?.ended;
  expect((await deliveriesOf(taskId))[0]).toMatchObject({ attempts: 0, deliveredAt: null });
  work();
  const deliveries = await untilAllOver(taskId, { count: 2, withinMs: 80_000 });
  expect(deliveries.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  const ids = callsAt("/killer").map(({ headers, body }) => [
    JSON.parse(body).task_status,
    headers["webhook-id"],
  ]);
  const submitted = deliveries[0]?.id;
  expect(ids.filter(([status]) => status === "submitted")).toEqual([
    ["submitted", submitted],
    ["submitted", submitted],
  ]);
}, 150_000);

test("a delivery whose job was lost is found by the sweeper, once it is late", async () => {
  const taskId = await order("/lost");
  const [delivery] = await deliveriesOf(taskId);
  const deliveryId = delivery?.id ?? "";
  const jobs = () => systemDb.$queryRaw<object[]>`
    SELECT FROM pgboss.job WHERE name = 'deliver-message' AND data->>'deliveryId' = ${deliveryId}`;
  await systemDb.$executeRaw`
    DELETE FROM pgboss.job WHERE name = 'deliver-message' AND data->>'deliveryId' = ${deliveryId}`;
  const queue = await producerQueue();
  await sweepDeliveries(queue);
  expect(await jobs()).toHaveLength(0);
  await systemDb.$executeRaw`
    UPDATE "CallbackDelivery" SET "nextAttemptAt" = now() - interval '61 seconds' WHERE "id" = ${deliveryId}`;
  await sweepDeliveries(queue);
  await sweepDeliveries(queue);
  expect(await jobs()).toHaveLength(1);
});

test("a delivery that is unknown or over is not sent", async () => {
  const taskId = await order("/over");
  const [delivery] = await deliveriesOf(taskId);
  await systemDb.callbackDelivery.updateMany({ where: { taskId }, data: { deliveredAt: new Date() } });
  const delivering = {
    queue: await producerQueue(),
    random: () => 0,
    now: () => new Date(),
    signal: AbortSignal.timeout(5_000),
  };
  await deliverMessage(delivery?.id ?? "", delivering);
  await deliverMessage(newId("callbackDelivery"), delivering);
  expect(callsAt("/over")).toEqual([]);
});

test("a signing secret that was replaced signs along for a day, behind the new one", async () => {
  const other = await createTeam();
  const now = new Date();
  const inHours = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);
  const [first] = await callbackSecretsOf(other.teamId, now);
  expect(first).not.toBe(secrets[0]);
  const second = await rotateCallbackSecret(other.teamId, now);
  expect(await callbackSecretsOf(other.teamId, inHours(23))).toEqual([second, first]);
  expect(await callbackSecretsOf(other.teamId, inHours(25))).toEqual([second]);
  const third = await rotateCallbackSecret(other.teamId, inHours(48));
  expect(await callbackSecretsOf(other.teamId, inHours(49))).toEqual([third, second]);
  expect(new Set([first, second, third]).size).toBe(3);
});
