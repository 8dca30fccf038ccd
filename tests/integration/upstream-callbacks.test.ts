import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusedCallbacks } from "#lib/callbacks/refused-callbacks.ts";
import { receiveCallbackOperation } from "#lib/contract/callbacks.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { callbackToken } from "#lib/secrets/callback-token.ts";
import { sealUpstreamCallbackSecret } from "#lib/secrets/upstream-callback-secret.ts";
import { newId } from "#lib/shared/ids.ts";
import { signatureHeaders } from "#lib/webhooks/sign.ts";
import {
  made,
  processing,
  type RunningUpstream,
  runningUpstream,
  startRunning,
} from "#tests/support/running-upstream.ts";
import { depsOf, letTimePass, lookOnce } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { call } from "./routes/call.ts";

const SECRET = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
const SIX_MINUTES = 6 * 60;

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

type Message = {
  readonly token: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

let messages = 0;

/** What this upstream sends when a task has news, whatever it says of it. */
function messageOf(taskId: string, status: string, { offSeconds = 0, secret = SECRET } = {}): Message {
  messages += 1;
  const body = JSON.stringify({ task_id: `up-${taskId}`, task_status: status });
  const timestamp = Math.floor(Date.now() / 1000) + offSeconds;
  const headers = signatureHeaders([secret], { id: `message-${messages}`, timestamp, body });
  return { token: callbackToken({ taskId, paidTry: 1 }), body, headers };
}

async function post({ token, body, headers }: Message): Promise<number> {
  const sent = { params: { token }, body: new TextEncoder().encode(body), headers };
  return (await call(receiveCallbackOperation, sent, {})).status;
}

async function stage(upstream: RunningUpstream, count: number, { isSigned = true } = {}) {
  const team = await createTeam();
  const { connectionId: id, teamId } = team;
  if (isSigned) {
    const callbackSecretSealed = sealUpstreamCallbackSecret(SECRET, { id, teamId });
    await systemDb.connection.update({ where: { id }, data: { callbackSecretSealed } });
  }
  const running = await startRunning(team, upstream, count);
  const look = () =>
    lookOnce(
      id,
      depsOf(queue, () => upstream),
    );
  const rows = () => systemDb.task.findMany({ where: { teamId }, orderBy: { id: "asc" } });
  await look(); // so that the next one is some seconds away
  return { ...team, running, look, rows, taskId: running[0]?.id ?? "" };
}

type Stage = Awaited<ReturnType<typeof stage>>;

async function isDue({ rows }: Pick<Stage, "rows">): Promise<boolean> {
  const [row] = await rows();
  return (row?.nextStepAt?.getTime() ?? Number.POSITIVE_INFINITY) <= Date.now();
}

function refusals(): number {
  return [...refusedCallbacks().values()].reduce((sum, count) => sum + count, 0);
}

describe("a callback", () => {
  test("makes its task be looked at now, and believes nothing of what it says", async () => {
    const staged = await stage(runningUpstream(), 1);
    expect(await isDue(staged)).toBe(false);
    const [before] = await staged.rows();
    expect(await post(messageOf(staged.taskId, "succeed"))).toBe(204);
    expect(await isDue(staged)).toBe(true);
    const [after] = await staged.rows();
    expect({ ...after, nextStepAt: null }).toEqual({ ...before, nextStepAt: null });
    await staged.look();
    expect((await staged.rows())[0]?.status).toBe("submitted"); // upstream itself says so
  });

  test("needs no signature where the upstream has no secret, and may have any body or none", async () => {
    for (const body of ["", "{", "\u0000", "[1]"]) {
      const staged = await stage(runningUpstream(), 1, { isSigned: false });
      const token = callbackToken({ taskId: staged.taskId, paidTry: 1 });
      expect(await post({ token, body, headers: { "content-type": "" } })).toBe(204);
      expect(await isDue(staged)).toBe(true);
    }
  });

  test.each<[string, (taskId: string) => Message]>([
    [
      "with an address that nobody made",
      (taskId) => ({ ...messageOf(taskId, "succeed"), token: `${taskId}-1-${"x".repeat(32)}` }),
    ],
    [
      "with another task's address",
      (taskId) => ({
        ...messageOf(taskId, "succeed"),
        token: callbackToken({ taskId: newId("task"), paidTry: 1 }).replace(/^[^-]+/, taskId),
      }),
    ],
    ["without a signature", (taskId) => ({ ...messageOf(taskId, "succeed"), headers: {} })],
    [
      "that somebody else signed",
      (taskId) => messageOf(taskId, "succeed", { secret: "whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==" }),
    ],
    ["whose body was changed", (taskId) => ({ ...messageOf(taskId, "succeed"), body: "{}" })],
    ["that is six minutes old", (taskId) => messageOf(taskId, "succeed", { offSeconds: -SIX_MINUTES })],
    ["from six minutes ahead", (taskId) => messageOf(taskId, "succeed", { offSeconds: SIX_MINUTES })],
  ])("%s is answered as if there were no such address, changes nothing and is counted", async (_, forge) => {
    const staged = await stage(runningUpstream(), 1);
    const [before, countBefore] = [await staged.rows(), refusals()];
    expect(await post(forge(staged.taskId))).toBe(404);
    expect(await staged.rows()).toEqual(before);
    expect(refusals()).toBe(countBefore + 1);
  });

  test("that is sent again has no effect, and its sender is told that all is well", async () => {
    const staged = await stage(runningUpstream(), 1);
    const message = messageOf(staged.taskId, "processing");
    expect(await post(message)).toBe(204);
    await staged.look();
    const [before, countBefore] = [await staged.rows(), refusals()];
    expect(await post(message)).toBe(204);
    expect(await staged.rows()).toEqual(before);
    expect(refusals()).toBe(countBefore + 1);
  });

  test("of another paid try than the present one wakes nobody", async () => {
    const staged = await stage(runningUpstream(), 1, { isSigned: false });
    const token = callbackToken({ taskId: staged.taskId, paidTry: 2 });
    expect(await post({ token, body: "{}", headers: {} })).toBe(204);
    expect(await isDue(staged)).toBe(false);
  });

  test("for a task that is gone is answered as any other", async () => {
    const token = callbackToken({ taskId: newId("task"), paidTry: 1 });
    expect(await post({ token, body: "{}", headers: {} })).toBe(204);
  });

  test("larger than 64 KB, or that comes too often, is turned away", async () => {
    const staged = await stage(runningUpstream(), 1, { isSigned: false });
    const token = callbackToken({ taskId: staged.taskId, paidTry: 1 });
    expect(await post({ token, body: "x".repeat(65_537), headers: {} })).toBe(413);
    const answers = [];
    for (let time = 0; time < 31; time += 1) answers.push(await post({ token, body: "{}", headers: {} }));
    expect(new Set(answers)).toEqual(new Set([204, 429]));
  });
});

type Action =
  | { readonly kind: "advance" | "tell" | "lie" | "repeat" | "forge" | "stale"; readonly task: number }
  | { readonly kind: "look" };

const TASKS = 4;
const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Action>({ kind: "look" }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom("advance", "tell", "lie", "repeat", "forge", "stale"),
        task: fc.nat(TASKS - 1),
      }),
    },
  ),
  { minLength: 10, maxLength: 40 },
);

test("callbacks repeated, shuffled, forged, stale and untrue lead to the one state that upstream has (F6)", {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (sequence) => {
      const upstream = runningUpstream({ isListing: true });
      const staged = await stage(upstream, TASKS);
      const sent: Message[][] = staged.running.map(() => []);
      for (const action of sequence) await act(action, { staged, upstream, sent });
      for (let task = 0; task < TASKS; task += 1) while (advance(task, { staged, upstream }));
      await letTimePass(staged.teamId);
      await staged.look();
      await expectOneEnd(staged);
    }),
    { numRuns: 25 },
  );
});

type World = { readonly staged: Stage; readonly upstream: RunningUpstream; readonly sent: Message[][] };

async function act(action: Action, world: World): Promise<void> {
  const { staged, sent } = world;
  if (action.kind === "look") return staged.look();
  const { id = "" } = staged.running[action.task] ?? {};
  const own = sent[action.task] ?? [];
  const send = async (message: Message) => {
    own.push(message);
    expect(await post(message)).toBe(204);
  };
  switch (action.kind) {
    case "advance":
      advance(action.task, world);
      return;
    case "tell":
      return send(messageOf(id, "processing"));
    case "lie":
      return send(messageOf(id, "succeed"));
    case "repeat": {
      const [message = messageOf(id, "succeed")] = own;
      for (let time = 0; time < 2; time += 1) await send(message);
      return;
    }
    case "forge":
      return expectNoEffect(staged, {
        ...messageOf(id, "failed"),
        token: callbackToken({ taskId: id, paidTry: 7 }).replace("-7-", "-1-"),
      });
    case "stale":
      return expectNoEffect(staged, messageOf(id, "failed", { offSeconds: -SIX_MINUTES }));
  }
}

async function expectNoEffect({ rows }: Stage, message: Message): Promise<void> {
  const before = await rows();
  expect(await post(message)).toBe(404);
  expect(await rows()).toEqual(before);
}

/** @returns false when it has ended */
function advance(task: number, { staged, upstream }: Pick<World, "staged" | "upstream">): boolean {
  const { upstreamId = "" } = staged.running[task] ?? {};
  const state = upstream.states.get(upstreamId)?.state;
  if (state === "succeeded") return false;
  upstream.states.set(upstreamId, state === "submitted" ? processing(upstreamId) : made(upstreamId));
  return true;
}

async function expectOneEnd({ teamId }: Stage): Promise<void> {
  const ended = await systemDb.task.findMany({
    where: { teamId },
    include: { outputs: true, events: { orderBy: { seq: "asc" } } },
  });
  expect(ended).toHaveLength(TASKS);
  for (const task of ended) {
    expect(task).toMatchObject({ status: "archiving", progress: 1, stepFailures: 0, leaseUntil: null });
    expect(task.outputs.map(({ upstreamId }) => upstreamId)).toEqual([`${task.upstreamTaskId}-clip`]);
    const told = task.events.map(({ type }) => type);
    expect([
      ["created", "started", "finished"],
      ["created", "finished"],
    ]).toContainEqual(told);
  }
}
