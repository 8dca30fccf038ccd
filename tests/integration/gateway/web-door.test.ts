import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { MAX_BODY_BYTES } from "#lib/gateway/read-json.ts";
import { DATA_POLICY } from "#lib/http/content-security-policy.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { gatewayCalls } from "#scripts/web/gateway.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";

/** The web process's server, with a word in place of the framework. */
const answerGateway = gatewayCalls();
const server = createServer((incoming, outgoing) =>
  answerGateway(incoming, outgoing, () => outgoing.end("next")),
);

let team: TestTeam;
let bearer: string;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  team = await createTeam();
  const { teamId, caller } = team;
  const made = await createApiKey({
    teamId,
    userId: caller.userId,
    name: "k",
    scope: "create",
    expiresAt: null,
  });
  bearer = `Bearer ${made.key}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeProducerQueue();
});

const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

/** A stream has no length to tell, so it goes out in chunks. */
function post(path: string, body: string | ReadableStream) {
  const headers = { authorization: bearer, "content-type": "application/json" };
  return fetch(address(path), { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

const ORDER = { model_name: "kling-v1", prompt: "a paper boat", mode: "std", duration: "5" };
const long = "x".repeat(400 * 1024);

test.each([
  ["a short body", JSON.stringify(ORDER)],
  ["a body without a length", new Blob([JSON.stringify(ORDER)]).stream()],
  ["a long body", JSON.stringify({ ...ORDER, unknown_field: long })],
  ["a long body without a length", new Blob([JSON.stringify({ ...ORDER, unknown_field: long })]).stream()],
])("%s becomes a task, answered with every protective header", async (_, body) => {
  const answer = await post("/v1/videos/text2video", body);
  const { data } = await answer.json();
  expect(answer.status).toBe(200);
  expect(await systemDb.task.count({ where: { teamId: team.teamId, id: data.task_id } })).toBe(1);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": DATA_POLICY,
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
});

test("the same call is answered under the prefix and with doubled slashes, and read back", async () => {
  const answer = await post("/kling/v1//videos/text2video/", JSON.stringify(ORDER));
  const { data } = await answer.json();
  const read = await fetch(address(`/v1/videos/text2video/${data.task_id}`), {
    headers: { authorization: bearer },
  });
  expect(await read.json()).toMatchObject({
    code: 0,
    data: { task_id: data.task_id, task_status: "submitted" },
  });
});

test("a body that is too long is refused before it is there", async () => {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const headers = { authorization: bearer, "content-length": String(MAX_BODY_BYTES + 1) };
  const call = request(address("/v1/videos/text2video"), { method: "POST", headers }, (answer) =>
    resolve(answer.statusCode),
  );
  call.on("error", () => undefined);
  call.write("{");
  expect(await promise).toBe(400);
  call.destroy();
});

test("a caller who leaves in the middle harms nobody", async () => {
  const headers = { authorization: bearer, "content-length": "1000" };
  const call = request(address("/v1/videos/text2video"), { method: "POST", headers });
  call.on("error", () => undefined);
  const seen = once(server, "request");
  call.write("{");
  await seen;
  call.destroy();
  const noneLeft = () =>
    new Promise<boolean>((resolve) => server.getConnections((_, count) => resolve(count === 0)));
  server.closeIdleConnections();
  await until(noneLeft, { withinMs: 30_000, what: "the connection is gone" });
  expect((await post("/v1/videos/text2video", JSON.stringify(ORDER))).status).toBe(200);
});

test.each([
  ["GET", "/"],
  ["GET", "/v1"],
  ["GET", "/v1/files/asset_1"],
  ["OPTIONS", "/v1/videos/text2video"],
  ["GET", "/api/me"],
  ["GET", "/v1x/videos"],
])("%s %s is left to the framework", async (method, path) => {
  expect(await (await fetch(address(path), { method })).text()).toBe("next");
});

test("no key is refused in the gateway's words, whatever the path", async () => {
  const answer = await fetch(address("/account/nothing"), { method: "PUT", body: "{}" });
  expect([answer.status, (await answer.json()).code]).toEqual([401, 1001]);
});
