import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import { TASK_KINDS, type TaskKind } from "#lib/kling/task-kinds.ts";
import type { callUpstream } from "#lib/net/call-upstream.ts";
import type { Provider, Submission } from "#lib/providers/provider.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { legalBodies } from "#tests/support/legal-bodies.ts";
import { callGateway, type GatewayTeam, makeGatewayTeam } from "../gateway/world.ts";
import { openProvider } from "./open-provider.ts";
import { submissionOf } from "./submission.ts";

const NEVER = new AbortController().signal;
const ORIGIN = "https://studio.acme.io";

let team: GatewayTeam;

beforeAll(async () => {
  team = await makeGatewayTeam();
});
afterAll(closeProducerQueue);

/** Calls our own gateway as if it were somebody else's. */
const fetchGateway: typeof callUpstream = async (address, { method, headers, body }) => {
  await systemDb.rateLimit.deleteMany();
  const call = { method, path: address.slice(ORIGIN.length), headers, ...(body !== undefined && { body }) };
  const answer = await callGateway(call);
  return { type: "answered", status: answer.status, text: stringifyLossless(answer.body), dateMs: null };
};

function openAt(dialect: Dialect, preset: string): Provider {
  const { key } = team.keys;
  return openProvider({
    dialect,
    preset,
    baseUrl: `${ORIGIN}/kling`,
    key,
    transport: { fetch: fetchGateway },
  });
}

function requestOf(kind: TaskKind): TaskRequest {
  const decoded = decodeCreate(kind, legalBodies(team.media)[kind]);
  if (!decoded.ok) throw new Error(`${kind}: ${decoded.message}`);
  return decoded.request;
}

/** Pictures and sounds of these travel as base64, which costs the other studio a decoding each. */
const IN_BODY: readonly TaskKind[] = ["image2video", "avatar", "advanced-custom-elements"];

/** All other files are named by what the other studio knows them under. */
function ordered(request: TaskRequest, externalId: string): Submission {
  const media = new Map(mediaOf(request).map((it) => [it.path, it]));
  const referenceAt = (role: string) => media.get(role)?.reference ?? "";
  const isAddressed = (role: string) =>
    referenceAt(role) === team.media.film || !IN_BODY.includes(request.kind);
  return submissionOf(request, {
    externalId,
    async readInput(role) {
      const asset = await systemDb.asset.findUniqueOrThrow({ where: { id: referenceAt(role) } });
      return blobs.read(asset.storageKey);
    },
    inputUrl: (role) => (isAddressed(role) ? referenceAt(role) : null),
    upstreamIdOf: (role) => (media.get(role)?.field.type === "output" ? referenceAt(role) : null),
  });
}

describe("another Framewright as the upstream", () => {
  const kinds = TASK_KINDS.filter((kind) => kindOf(kind).answers === "task");

  test.each(kinds)("takes %s as it is sent, once, and tells of it", async (kind) => {
    const provider = openAt("native", "framewright");
    const request = requestOf(kind);
    const order = ordered(request, `loop-${kind}`);
    const first = await provider.submit(order);
    if (first.kind !== "accepted") throw new Error(`${first.kind}: ${first.message}`);
    const { upstreamTaskId } = first.task;
    expect(await provider.query(upstreamTaskId, request, NEVER)).toMatchObject({ state: "submitted" });
    const row = await systemDb.task.findUniqueOrThrow({ where: { id: upstreamTaskId } });
    expect(row.kind).toBe(kind);

    const submissionClass = provider.submissionClass(request);
    expect(row.externalTaskId).toBe(submissionClass === "A" ? `loop-${kind}` : null);
    if (submissionClass !== "A") return;
    const second = await provider.submit(order);
    if (second.kind !== "accepted") throw new Error(`${second.kind}: ${second.message}`);
    expect(second.task.upstreamTaskId).toBe(upstreamTaskId);
    const listed = await provider.queryMany?.([{ upstreamTaskId, request }], NEVER);
    expect(listed?.get(upstreamTaskId)).toMatchObject({ state: "submitted" });
  });

  test.each([
    ["unified", "text2video", { model_name: "kling-v2-6" }],
    ["unified", "image2video", { model_name: "kling-v2-6" }],
    ["unified", "omni-video", { model_name: "kling-v3-omni" }],
    ["unified", "motion-control", {}],
    ["generations", "text2video", { model_name: "kling-v3", duration: "5", mode: "std" }],
    ["generations", "image2video", { model_name: "kling-v3", duration: "5", mode: "std" }],
  ] as const)("understands %s for %s", async (dialect, kind, given) => {
    const provider = openAt(dialect, "custom");
    const request = { ...requestOf(kind), ...given } as TaskRequest; // the same kind with another model
    const order = ordered(request, `loop-${dialect}-${kind}`);
    const inputUrl = (role: string) => mediaOf(request).find(({ path }) => path === role)?.reference ?? null;
    const outcome = await provider.submit({ ...order, ...(dialect === "generations" && { inputUrl }) });
    if (outcome.kind !== "accepted") throw new Error(`${outcome.kind}: ${outcome.message}`);
    const { upstreamTaskId } = outcome.task;
    expect(await provider.query(upstreamTaskId, request, NEVER)).toMatchObject({ state: "submitted" });
    expect((await systemDb.task.findUniqueOrThrow({ where: { id: upstreamTaskId } })).kind).toBe(kind);
  });

  test("lets itself be tested without an order", async () => {
    const before = await systemDb.task.count();
    expect(await openAt("native", "framewright").check?.(NEVER)).toMatchObject({
      ok: true,
      proved: "authorized",
    });
    expect(await openAt("unified", "unified").check?.(NEVER)).toMatchObject({
      ok: true,
      proved: "authorized",
    });
    expect(await systemDb.task.count()).toBe(before);
  });
});
