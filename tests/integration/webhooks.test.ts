import type { ServerResponse } from "node:http";
import { Webhook as Verifier } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { WebhookEvent } from "#lib/contract/webhook-events.ts";
import type { SystemTransaction } from "#lib/db/client.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";
import type { TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";

/** A receiver that has not answered within this hangs. */
const TIMEOUT_MS = 100;
const DAY_HOURS = 24;
/** For each of the receivers that fail. */
const EVENTS = 12;
/** All virtual times lie in the past, so that the sweeper, which goes by the database's clock, finds everything late. */
const START = new Date(Date.now() - 30 * 24 * 3_600_000);

type Behaviour = (message: { readonly tries: number }, response: ServerResponse) => void;
type Seen = ReceivedCall & { readonly at: Date; readonly status: number };

const ok: Behaviour = (_message, response) => response.writeHead(204).end();

let outside: HttpFixture;
let canary: HttpFixture;
let modules: Awaited<ReturnType<typeof load>>;
let virtual: InstanceType<typeof import("#tests/support/virtual-deliveries.ts").VirtualDeliveries>;
let worker: TestProcess | undefined;
const behaviours = new Map<string, Behaviour>();
const seen: Seen[] = [];

beforeAll(async () => {
  outside = await startHttpFixture((call, response) => {
    const tries = callsAt(call.path).filter((it) => idOf(it) === idOf(call)).length;
    response.on("close", () => seen.push({ ...call, at, status: response.statusCode }));
    const at = virtual.now();
    (behaviours.get(call.path) ?? ok)({ tries }, response);
  });
  canary = await startHttpFixture((_call, response) => response.end());
  process.env.OUTBOUND_HOST_MAP = `hooks.example.com=127.0.0.1:${outside.port}`;
  modules = await load();
});

afterAll(async () => {
  await worker?.kill("SIGKILL");
  outside.close();
  canary.close();
  await modules.closeProducerQueue();
});

/** lib/env.ts reads the environment when it is loaded: so everything is loaded after it was set. */
async function load() {
  const { VirtualDeliveries } = await import("#tests/support/virtual-deliveries.ts");
  virtual = new VirtualDeliveries(START);
  return {
    ...(await import("#lib/db/client.ts")),
    ...(await import("#lib/tasks/append-event.ts")),
    ...(await import("#lib/tasks/pause-connection.ts")),
    ...(await import("#lib/webhooks/create-webhook.ts")),
    ...(await import("#lib/webhooks/rotate-webhook-secret.ts")),
    ...(await import("#lib/webhooks/resend-webhook-delivery.ts")),
    ...(await import("#lib/webhooks/test-webhook.ts")),
    ...(await import("#lib/webhooks/update-webhook.ts")),
    ...(await import("#lib/webhooks/list-webhook-deliveries.ts")),
    ...(await import("#lib/webhooks/sweep-deliveries.ts")),
    ...(await import("#lib/queue/queue.ts")),
    ...(await import("#tests/support/team-fixture.ts")),
    VirtualDeliveries,
  };
}

function idOf({ headers }: ReceivedCall): string {
  return String(headers["webhook-id"]);
}

function callsAt(path: string): Seen[] {
  return seen.filter((call) => call.path === path);
}

const ENDED: readonly WebhookEvent[] = ["task.succeeded", "task.failed"];

async function addReceiver(team: TestTeam, path: string, events = ENDED) {
  const url = `https://hooks.example.com${path}`;
  return modules.createWebhook({ caller: team.caller, url, events: [...events], now: virtual.now() });
}

/** Ends so many tasks, each in a transaction of its own; every fourth of them fails. */
async function endTasks(team: TestTeam, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await modules.systemDb.$transaction((tx) => endTask(tx, team, index % 4 === 3 ? "failed" : "succeeded"));
  }
}

async function endTask(
  tx: SystemTransaction,
  { teamId, connectionId }: TestTeam,
  status: "failed" | "succeeded",
  queue: Queue = virtual.queue,
): Promise<void> {
  const taskId = newId("task");
  const common = { kind: "text2video", modelName: "kling-v1", prompt: "a kite", pace: "text2video" };
  const failure = status === "failed" ? { code: 1301, message: "Refused" } : undefined;
  const ids = { id: taskId, teamId, connectionId, upstreamExternalId: taskId };
  await tx.task.create({ data: { ...ids, ...common, request: {}, status, failure } });
  const events = [{ taskId, type: status, status }];
  await modules.appendEvents(tx, { teamId, events, queue });
}

function deliveriesOf(webhookId: string) {
  return modules.systemDb.webhookDelivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } });
}

function stateOf(webhookId: string) {
  return modules.systemDb.webhook.findUniqueOrThrow({ where: { id: webhookId } });
}

/** By the reference library, at the virtual moment of the call; returns what was told. */
function verified(call: Seen, secret: string) {
  vi.useFakeTimers({ now: call.at, toFake: ["Date"] });
  try {
    return new Verifier(secret).verify(call.body, call.headers as Record<string, string>);
  } finally {
    vi.useRealTimers();
  }
}

test("receivers that fail in every way get every event, signed, under one id; a healthy one is told once", async () => {
  const team = await modules.createTeam();
  behaviours.set("/500", ({ tries }, response) => response.writeHead(tries < 2 ? 500 : 200).end());
  behaviours.set("/hang", ({ tries }, response) => {
    if (tries > 0) response.writeHead(200).end();
  });
  behaviours.set("/301", ({ tries }, response) =>
    response.writeHead(tries < 1 ? 301 : 200, { location: "https://hooks.example.com/elsewhere" }).end(),
  );
  behaviours.set("/reset", ({ tries }, response) => {
    if (tries < 1) response.destroy();
    else response.writeHead(202).end();
  });
  let busy = 0;
  behaviours.set("/429", (_message, response) => {
    busy += 1;
    response.writeHead(busy <= 3 ? 429 : 200, { "retry-after": "120" }).end();
  });
  const paths = ["/healthy", "/500", "/hang", "/301", "/reset", "/429"];
  const receivers = new Map(
    await Promise.all(paths.map(async (path) => [path, await addReceiver(team, path)] as const)),
  );
  await endTasks(team, EVENTS);
  await virtual.run(4 * DAY_HOURS, TIMEOUT_MS);

  for (const [path, { id, secret }] of receivers) {
    const deliveries = await deliveriesOf(id);
    expect(deliveries, path).toHaveLength(EVENTS);
    expect(
      deliveries.filter(({ deliveredAt }) => deliveredAt === null),
      path,
    ).toEqual([]);
    const accepted = callsAt(path).filter(({ status }) => status >= 200 && status < 300);
    expect(new Set(accepted.map(idOf)), path).toEqual(new Set(deliveries.map(({ messageId }) => messageId)));
    for (const call of callsAt(path)) {
      expect(verified(call, secret)).toMatchObject({
        type: expect.stringMatching(/^task\.(succeeded|failed)$/),
        timestamp: expect.any(String),
        data: { taskId: expect.stringMatching(/^task_/), pageUrl: expect.stringContaining("/tasks/task_") },
      });
      expect(call.body.length).toBeLessThan(20_000);
    }
  }
  expect(callsAt("/healthy")).toHaveLength(EVENTS);
  expect(callsAt("/elsewhere")).toEqual([]);
  expect(callsAt("/500")).toHaveLength(3 * EVENTS);
}, 60_000);

test("a receiver that asks for a pause is left alone for so long, by all that waits for it", async () => {
  const calls = callsAt("/429");
  const refused = calls.flatMap(({ status, at }, index) => (status === 429 ? [{ index, at }] : []));
  expect(refused).toHaveLength(3);
  for (const { index, at } of refused) {
    const waitsMs = calls.slice(index + 1).map((call) => call.at.getTime() - at.getTime());
    expect(waitsMs.filter((waitMs) => waitMs < 120_000)).toEqual([]);
  }
});

test("410 switches a receiver off at the first word; what waited is sent once it is switched on again", async () => {
  const team = await modules.createTeam();
  behaviours.set("/410", (_message, response) => response.writeHead(410).end());
  const { id } = await addReceiver(team, "/410");
  await endTasks(team, 5);
  await virtual.run(1, TIMEOUT_MS);
  expect(callsAt("/410")).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ isEnabled: false, disabledReason: "gone" });
  await endTasks(team, 1);
  expect(await deliveriesOf(id)).toHaveLength(5);

  behaviours.set("/410", ok);
  await modules.updateWebhook({ caller: team.caller, webhookId: id, isEnabled: true, now: virtual.now() });
  await modules.systemDb.webhookDelivery.updateMany({
    where: { webhookId: id, nextAttemptAt: { not: null } },
    data: { nextAttemptAt: START },
  });
  await modules.sweepDeliveries(virtual.queue);
  await virtual.run(1, TIMEOUT_MS);
  const told = (await deliveriesOf(id)).map(({ deliveredAt, lastStatus }) => [
    deliveredAt !== null,
    lastStatus,
  ]);
  expect(told).toEqual([[false, 410], ...Array.from({ length: 4 }, () => [true, 204])]);
  expect(await stateOf(id)).toMatchObject({ isEnabled: true, disabledReason: null, failingSince: null });
});

test("a receiver that has only failed for five days is switched off, and not before", async () => {
  const team = await modules.createTeam();
  behaviours.set("/down", (_message, response) => response.writeHead(503).end());
  const { id } = await addReceiver(team, "/down");
  for (let day = 1; day <= 4; day += 1) {
    await endTasks(team, 1);
    await virtual.run(DAY_HOURS, TIMEOUT_MS);
    expect(await stateOf(id), `after day ${day}`).toMatchObject({ isEnabled: true });
  }
  await endTasks(team, 1);
  await virtual.run(DAY_HOURS, TIMEOUT_MS);
  await endTasks(team, 1);
  await virtual.run(DAY_HOURS, TIMEOUT_MS);
  expect(await stateOf(id)).toMatchObject({ isEnabled: false, disabledReason: "failing" });
  const [first] = await deliveriesOf(id);
  expect(first).toMatchObject({ attempts: 10, givenUpAt: expect.any(Date), nextAttemptAt: null });
  const calls = callsAt("/down").length;
  await virtual.run(10 * DAY_HOURS, TIMEOUT_MS);
  expect(callsAt("/down")).toHaveLength(calls);
});

test("while a secret is replaced both sign; after a day only the new one does", async () => {
  const team = await modules.createTeam();
  const before = await addReceiver(team, "/rotated");
  const { caller } = team;
  await endTasks(team, 1);
  await virtual.run(1, TIMEOUT_MS);
  const after = await modules.rotateWebhookSecret({ caller, webhookId: before.id, now: virtual.now() });
  await endTasks(team, 1);
  await virtual.run(DAY_HOURS, TIMEOUT_MS);
  await endTasks(team, 1);
  await virtual.run(1, TIMEOUT_MS);
  const [old, both, fresh] = callsAt("/rotated");
  if (old === undefined || both === undefined || fresh === undefined)
    throw new Error("three calls were made");
  const verifies = (call: Seen, secret: string) => {
    try {
      return verified(call, secret) !== null;
    } catch {
      return false;
    }
  };
  expect(
    [old, both, fresh].map((call) => [verifies(call, before.secret), verifies(call, after.secret)]),
  ).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
  const stored = JSON.stringify(await stateOf(before.id));
  for (const secret of [before.secret, after.secret]) {
    expect(Buffer.from(secret.replace("whsec_", ""), "base64").length).toBe(32);
    expect(stored).not.toContain(secret.slice(6));
  }
});

test("a receiver is told what it asked for, of its own team, and only what was committed", async () => {
  const [team, stranger] = [await modules.createTeam(), await modules.createTeam()];
  const failures = await addReceiver(team, "/failures", ["task.failed"]);
  const others = await addReceiver(stranger, "/others");
  const undone = modules.systemDb.$transaction(async (tx) => {
    await endTask(tx, team, "failed");
    throw new Error("it is undone");
  });
  await expect(undone).rejects.toThrow("it is undone");
  await endTasks(team, 8);
  const told = await deliveriesOf(failures.id);
  expect(told.map(({ type }) => type)).toEqual(["task.failed", "task.failed"]);
  expect(told[0]?.body).toMatchObject({ data: { failure: { code: 1301, message: "Refused" } } });
  expect(await deliveriesOf(others.id)).toEqual([]);
});

test("a message is sent again under its own id, and its address is judged anew", async () => {
  const team = await modules.createTeam();
  const { caller } = team;
  const { id: webhookId } = await addReceiver(team, "/again");
  await endTasks(team, 1);
  await virtual.run(1, TIMEOUT_MS);
  const [first] = await deliveriesOf(webhookId);
  const deliveryId = first?.id ?? "";
  const resent = await modules.resendWebhookDelivery({ caller, webhookId, deliveryId, now: virtual.now() });
  expect(resent).toMatchObject({ messageId: deliveryId, attempts: 0, deliveredAt: null });
  await deliver(resent.id);
  expect(callsAt("/again").map(idOf)).toEqual([deliveryId, deliveryId]);
  expect(callsAt("/again")[0]?.body).toBe(callsAt("/again")[1]?.body);

  const url = `http://127.0.0.1:${canary.port}/`;
  await modules.systemDb.webhook.update({ where: { id: webhookId }, data: { url } });
  const refused = await modules.resendWebhookDelivery({ caller, webhookId, deliveryId, now: virtual.now() });
  await deliver(refused.id);
  expect((await deliveriesOf(webhookId)).at(-1)).toMatchObject({
    attempts: 1,
    lastStatus: null,
    lastError: expect.stringContaining("cannot be called"),
    givenUpAt: expect.any(Date),
  });
  expect(canary.connections()).toBe(0);
});

test("a test event reaches a receiver whatever it asked for, and the log tells of it first", async () => {
  const team = await modules.createTeam();
  const { caller } = team;
  const { id: webhookId, secret } = await addReceiver(team, "/tested", ["archive.expiring"]);
  const { id } = await modules.testWebhook({ caller, webhookId, now: virtual.now() });
  await deliver(id);
  const [call] = callsAt("/tested");
  expect(call && verified(call, secret)).toMatchObject({ type: "webhook.test", data: { webhookId } });
  const { deliveries, nextCursor } = await modules.listWebhookDeliveries({ caller, webhookId });
  expect(deliveries).toMatchObject([{ id, type: "webhook.test", lastStatus: 204, attempts: 1 }]);
  expect(nextCursor).toBeNull();
});

async function deliver(deliveryId: string): Promise<void> {
  await virtual.queue.enqueueDelivery(modules.systemDb, { deliveryId, groupId: "", attempts: 0 });
  await virtual.run(1, TIMEOUT_MS);
}

test("a result that will soon be gone is told of with its days, and other news of a task is not", async () => {
  const team = await modules.createTeam();
  const { teamId } = team;
  const receiver = await addReceiver(team, "/expiring", ["archive.expiring", "task.succeeded"]);
  await endTasks(team, 1);
  const task = await modules.systemDb.task.findFirstOrThrow({ where: { teamId } });
  const about = { taskId: task.id, status: "archiving" } as const;
  const alarm = {
    ...about,
    type: "archive_alarm",
    data: { days: 7, dies: "2026-12-01T00:00:00.000Z" },
  } as const;
  const events = [alarm, { ...about, type: "archive_delayed" } as const];
  const { systemDb, appendEvents } = modules;
  await systemDb.$transaction((tx) => appendEvents(tx, { teamId, events, queue: virtual.queue }));
  const told = await deliveriesOf(receiver.id);
  expect(told.map(({ type }) => type)).toEqual(["task.succeeded", "archive.expiring"]);
  expect(told[1]?.body).toMatchObject({ data: { taskId: task.id, days: 7, dies: alarm.data.dies } });
});

test("a connection that its account closed is told of once, with its name and code", async () => {
  const team = await modules.createTeam();
  const { connectionId } = team;
  const receiver = await addReceiver(team, "/paused", ["connection.paused"]);
  const reason = { code: 1102, message: "the account is empty", queue: virtual.queue };
  await modules.pauseForAccount(connectionId, reason);
  await modules.pauseForAccount(connectionId, reason);
  expect((await deliveriesOf(receiver.id)).map(({ body }) => body)).toEqual([
    {
      type: "connection.paused",
      timestamp: expect.any(String),
      data: { connectionId, name: "Sandbox", code: 1102 },
    },
  ]);
});

test("in the worker itself, a receiver that hangs holds up no other", async () => {
  const team = await modules.createTeam();
  behaviours.set("/stuck", () => undefined);
  const stuck = await addReceiver(team, "/stuck");
  const healthy = await addReceiver(team, "/lively");
  const queue = await modules.producerQueue();
  for (let index = 0; index < 10; index += 1) {
    await modules.systemDb.$transaction((tx) => endTask(tx, team, "succeeded", queue));
  }
  worker = startWorker({ OUTBOUND_HOST_MAP: process.env.OUTBOUND_HOST_MAP ?? "" });
  await until(async () => (await deliveriesOf(healthy.id)).every(({ deliveredAt }) => deliveredAt !== null), {
    withinMs: 50_000,
    what: "the healthy receiver was told of everything",
  });
  // Only a few of its messages are tried at a time, so that most have not had their turn.
  expect((await deliveriesOf(stuck.id)).some(({ attempts }) => attempts === 0)).toBe(true);
}, 60_000);
