import { SignJWT } from "jose";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actionOf } from "#lib/contract/gateway.ts";
import { systemDb } from "#lib/db/client.ts";
import { MAX_BODY_BYTES } from "#lib/gateway/read-json.ts";
import { ENDPOINTS } from "#lib/kling/endpoints.ts";
import { knockAtGateway, STUDIO_ORIGIN } from "#tests/support/studio-door.ts";
import { call, expectRefused, NAMED_ENDPOINTS, plain } from "./calls.ts";
import { finishTask } from "./finish-task.ts";
import { callGateway, type GatewayTeam, makeGatewayTeam, makeTask } from "./world.ts";
import { NO_OBJECTS, wrongCallsOf } from "./wrong-calls.ts";

let team: GatewayTeam;
let stranger: GatewayTeam;

beforeAll(async () => {
  [team, stranger] = [await makeGatewayTeam(), await makeGatewayTeam()];
});

// Hundreds of orders in a minute are what the limits are there to stop.
beforeEach(() => systemDb.rateLimit.deleteMany());

describe("who may not call is told why", () => {
  test.each(NAMED_ENDPOINTS)("$name", async ({ endpoint }) => {
    const { iss } = { iss: team.keys.accessKey };
    const now = Math.floor(Date.now() / 1000);
    const expected: readonly (readonly [string | null, number])[] = [
      [null, 1001],
      ["Bearer", 1001],
      ["Bearer fw_nobody", 1002],
      [`Bearer ${await tokenOf({ iss: "nobody", exp: now + 60 })}`, 1002],
      [`Bearer ${await tokenOf({ iss, exp: now + 60 }, "another secret")}`, 1002],
      [`Bearer ${await tokenOf({ iss })}`, 1002],
      [`Bearer ${await tokenOf({ iss, exp: now + 600, nbf: now + 300 })}`, 1003],
      [`Bearer ${await tokenOf({ iss, exp: now - 300, nbf: now - 600 })}`, 1004],
    ];
    for (const [authorization, code] of expected)
      expectRefused(endpoint, await call(team, endpoint, { id: "x", authorization }), code);
    if (actionOf(endpoint.operation) !== "task.create") return;
    const reading = `Bearer ${team.readKey}`;
    expectRefused(endpoint, await call(team, endpoint, { authorization: reading }), 1103);
  });

  test("another method than the path has is 1202, and a path that is in no table 1203", async () => {
    for (const endpoint of ENDPOINTS) {
      const answer = await call(team, endpoint, { id: "x", method: "PUT" });
      expectRefused(endpoint, answer, 1202);
    }
    const authorization = `Bearer ${team.keys.key}`;
    const nowhere = await callGateway({ method: "GET", path: "/v1/nothing", headers: { authorization } });
    expect(nowhere).toMatchObject({ status: 404, body: { code: 1203 } });
  });
});

describe("what is wrong with a call is told", () => {
  test.each(NAMED_ENDPOINTS)("$name", async ({ endpoint }) => {
    for (const { what, code = 1201, ...wrong } of wrongCallsOf(endpoint)) {
      const answer = await call(team, endpoint, wrong);
      const isNoObject = NO_OBJECTS.some((it) => it.what === what);
      expectRefused(endpoint, answer, isNoObject ? [1200, 1201] : code, what);
    }
    if (endpoint.method === "GET" || STUDIO_ORIGIN !== undefined) return; // no client sends a false length
    const tooLarge = { "content-length": String(MAX_BODY_BYTES + 1) };
    expectRefused(endpoint, await call(team, endpoint, { body: {}, headers: tooLarge }), 1201, "too large");
  });

  test.each(NAMED_ENDPOINTS.filter(({ name }) => name.includes("{id}")))(
    "$name tells an id of nobody's and of another team's alike",
    async ({ endpoint }) => {
      const kind = endpoint.kind ?? "text2video";
      const { taskId } = await makeTask(stranger, {
        kind,
        externalTaskId: `theirs-${kind}-${endpoint.operation}`,
      });
      const other = await makeTask(team, { kind: kind === "tts" ? "avatar" : "tts" });
      for (const id of ["nobody", taskId, `theirs-${kind}-${endpoint.operation}`, "%00", "%ED%A0%80", "a'--"])
        expectRefused(endpoint, await call(team, endpoint, { id }), 1201, id);
      // Every task is a job; under a kind's own path the others are unknown.
      if (endpoint.operation === "get")
        expectRefused(endpoint, await call(team, endpoint, { id: other.taskId }), 1201, "another kind's");
    },
  );

  test.each(NAMED_ENDPOINTS.filter(({ endpoint }) => endpoint.operation.startsWith("list")))(
    "$name tells nothing of another team's",
    async ({ endpoint }) => {
      const kind = endpoint.kind ?? "text2video";
      const { taskId } = await makeTask(stranger, { kind });
      await finishTask(stranger, { taskId, kind });
      const answer = await call(team, endpoint, {});
      expect(JSON.stringify(answer.body, plain)).not.toContain(stranger.teamId);
      expect(JSON.stringify(answer.body, plain)).not.toContain(taskId);
    },
  );

  test("what belongs to another team cannot be deleted or marked", async () => {
    for (const kind of ["custom-elements", "advanced-custom-elements", "custom-voices"] as const)
      await finishTask(stranger, { taskId: (await makeTask(stranger, { kind })).taskId, kind });
    const elements = await systemDb.element.findMany({ where: { teamId: stranger.teamId } });
    const voices = await systemDb.voice.findMany({ where: { teamId: stranger.teamId } });
    const session_id = stranger.media.selectionSession;
    for (const endpoint of ENDPOINTS) {
      const { operation } = endpoint;
      if (operation === "delete_element")
        for (const { upstreamElementId } of elements)
          expectRefused(
            endpoint,
            await call(team, endpoint, { body: { element_id: upstreamElementId } }),
            1201,
          );
      if (operation === "delete_voice")
        for (const { upstreamVoiceId } of voices)
          expectRefused(endpoint, await call(team, endpoint, { body: { voice_id: upstreamVoiceId } }), 1201);
      if (/_selection$/.test(operation)) {
        const body = { session_id, frame_index: 0, points: [{ x: 0, y: 0 }] };
        expectRefused(endpoint, await call(team, endpoint, { body }), 1201);
      }
    }
  });

  test("a body that is larger than it says is cut off while it streams in", async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    let left = 70;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        left -= 1;
        if (left > 0) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const response = await knockAtGateway("/v1/videos/text2video", {
      method: "POST",
      body,
      duplex: "half",
      headers: { authorization: `Bearer ${team.keys.key}` },
    });
    expect([response.status, (await response.json()).code]).toEqual([400, 1201]);
  });
});

/** A token of the team's pair, or of another secret. */
function tokenOf(claims: Readonly<Record<string, unknown>>, secret = team.keys.secretKey): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(secret));
}
