import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { findResultFile } from "#lib/gateway/find-result-file.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { sealCredential } from "#lib/secrets/credential.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { inputLinkTo } from "#lib/tasks/input-link.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";

const KEY = "sk-planted-secret-9876543210";
const CLIP: TaskRequest = {
  kind: "text2video",
  model_name: "kling-v3",
  prompt: "a boat",
  duration: "5",
  mode: "std",
};

let upstream: HttpFixture;
let worker: TestProcess;

beforeAll(async () => {
  upstream = await startHttpFixture((call, response) => {
    const { status, body } = answerTo(call);
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  worker = startWorker({ OUTBOUND_ALLOWED_HOSTS: `127.0.0.1:${upstream.port}`, LOG_LEVEL: "debug" });
});
afterAll(async () => {
  await worker.kill("SIGTERM");
  upstream.close();
  await closeProducerQueue();
});

/** Takes elements, knows every clip already, and has failed to make it (api-reference §1.4, §1.5, §4.3). */
function answerTo({ method, path }: ReceivedCall): { readonly status: number; readonly body: string } {
  if (path === "/kling/v1/general/custom-elements")
    return {
      status: 200,
      body: '{"code":0,"message":"SUCCEED","request_id":"r","data":{"element_id":842130978230767622,"element_name":"boat"}}',
    };
  if (method === "POST")
    return {
      status: 400,
      body: '{"code":1201,"message":"External_task_id fw already exists","request_id":"r"}',
    };
  const data = { task_id: "77", task_status: "failed", task_status_msg: `no boats for ${KEY}` };
  return { status: 200, body: JSON.stringify({ code: 0, message: "SUCCEED", request_id: "r", data }) };
}

async function teamAt(provider: string, preset: string): Promise<TestTeam> {
  const team = await createTeam();
  const { connectionId: id, teamId } = team;
  await systemDb.connection.update({
    where: { id },
    data: {
      provider,
      preset,
      baseUrl: `http://127.0.0.1:${upstream.port}/kling`,
      credentialSealed: sealCredential({ kind: "api_key", key: KEY }, { id, teamId }),
    },
  });
  return team;
}

async function order({ caller }: TestTeam, request: TaskRequest): Promise<string> {
  const [task] = await createTasks({ caller, request });
  if (task === undefined) throw new Error("nothing was ordered");
  return task.id;
}

function ended(id: string) {
  const look = async () => {
    const task = await systemDb.task.findUniqueOrThrow({ where: { id }, include: { elements: true } });
    return ["succeeded", "failed", "unknown"].includes(task.status) ? task : null;
  };
  return until(look, { withinMs: 30_000, what: `${id} ends\n${worker.output()}` });
}

test("an element that upstream makes at once is there at once, from pictures that travelled as base64", async () => {
  const team = await teamAt("native", "kapon");
  const picture = await uploadPicture(team.caller, { widthPx: 320, heightPx: 320 });
  const id = await order(team, {
    kind: "custom-elements",
    element_name: "boat",
    element_description: "a paper boat",
    element_frontal_image: picture.id,
    element_refer_list: [{ image_url: picture.id }],
  });
  const task = await ended(id);
  expect(task).toMatchObject({ status: "succeeded", upstreamTaskId: "842130978230767622" });
  expect(task.submittedAt).not.toBeNull();
  expect(task.elements).toMatchObject([{ upstreamElementId: "842130978230767622", name: "boat" }]);
  const sent = upstream.calls.filter(({ path }) => path.endsWith("/custom-elements"));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(sent[0]?.body).toContain('"element_frontal_image":"iVBORw0KGgo');
  expect(sent[0]?.body).not.toContain("asset_");
});

test("a gateway that is seen to refuse a duplicate is class A from then on, and its calls are counted", async () => {
  const team = await teamAt("native", "kapon");
  const task = await ended(await order(team, CLIP));
  expect(task).toMatchObject({ status: "failed", upstreamTaskId: "77" });
  const { connectionId: id } = team;
  const connection = await systemDb.connection.findUniqueOrThrow({ where: { id } });
  expect(connection.duplicateRefusalSeenAt).not.toBeNull();
  const counted = await until(
    async () => {
      const calls = await systemDb.connectionCalls.findMany({ where: { connectionId: id } });
      return calls.some(({ operation }) => operation === "query") && calls;
    },
    { withinMs: 20_000, what: "calls are counted" },
  );
  const told = counted.map(({ operation, outcome, calls }) => `${operation} ${outcome} ${calls}`);
  expect(told.toSorted()).toEqual(["find ok 1", "query ok 1", "submit 1201 1"]);
});

test("no key is in what is kept of a task, nor in the log of whoever sent it", async () => {
  const team = await teamAt("native", "kapon");
  const task = await ended(await order(team, CLIP));
  const events = await systemDb.taskEvent.findMany({ where: { taskId: task.id } });
  const kept = JSON.stringify([task, events], (_name, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(kept).toContain("no boats for [removed]");
  expect(kept).not.toContain(KEY);
  expect(worker.output()).toContain("an upstream was called");
  expect(worker.output()).not.toContain(KEY);
});

test("a connection that was deleted leads to nobody, and breaks nothing", async () => {
  const { connectionId: id } = await teamAt("native", "kapon");
  const connection = await systemDb.connection.findUniqueOrThrow({ where: { id } });
  expect(findProvider(connection)).not.toBeNull();
  expect(findProvider({ ...connection, baseUrl: null, credentialSealed: null })).toBeNull();
  expect(findProvider({ ...connection, provider: "of another version" })).toBeNull();
});

test("what an upstream has no words for is refused before anything is reserved", async () => {
  const team = await teamAt("generations", "generations");
  const speech: TaskRequest = {
    kind: "tts",
    text: "hello",
    voice_id: "genshin_vindi2",
    voice_language: "en",
  };
  await expect(order(team, speech)).rejects.toMatchObject({
    code: "unprocessable",
    details: { violations: [{ path: "kind", code: "not_spoken" }] },
  });
  const picture = await uploadPicture(team.caller, { widthPx: 320, heightPx: 320 });
  await expect(order(team, { ...CLIP, kind: "image2video", image: picture.id })).rejects.toMatchObject({
    details: { violations: [{ path: "image", code: "needs_address" }] },
  });
  expect(await systemDb.ledgerEntry.count({ where: { teamId: team.teamId } })).toBe(0);
});

test("an upstream may fetch a task's input by its address until the task has ended, and nothing else", async () => {
  const team = await createTeam();
  await systemDb.connection.update({ where: { id: team.connectionId }, data: { pausedAt: new Date() } });
  const now = new Date();
  const picture = await uploadPicture(team.caller, { widthPx: 320, heightPx: 320 });
  const queryOf = (url: string) => new URL(url).searchParams;
  const good = queryOf(inputLinkTo(picture.id, now));
  const open = (assetId: string, query: URLSearchParams, at = now) => findResultFile(assetId, query, at);
  await expect(open(picture.id, good)).rejects.toMatchObject({ code: "not_found" });

  const id = await order(team, { ...CLIP, kind: "image2video", image: picture.id });
  expect(await open(picture.id, good)).toMatchObject({ mime: "image/png" });
  const other = await uploadPicture(team.caller, { widthPx: 320, heightPx: 320 });
  for (const [assetId, query, at] of [
    [other.id, good, now],
    [picture.id, queryOf(resultLinkTo(picture.id, now)), now],
    [picture.id, good, new Date(now.getTime() + 3 * 24 * 60 * 60 * 1000)],
    [picture.id, new URLSearchParams({ expires: good.get("expires") ?? "", signature: "AAAA" }), now],
  ] as const) {
    await expect(open(assetId, query, at)).rejects.toMatchObject({ code: "not_found" });
  }

  await systemDb.task.update({ where: { id }, data: { status: "failed" } });
  await expect(open(picture.id, good)).rejects.toMatchObject({ code: "not_found" });
});
