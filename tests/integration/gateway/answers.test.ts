import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { answerOf } from "#lib/contract/gateway/answer-of.ts";
import { systemDb } from "#lib/db/client.ts";
import { ENDPOINTS, type Endpoint } from "#lib/kling/endpoints.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { legalBodies, legalJobBodies, type NamedMedia } from "#tests/support/legal-bodies.ts";
import { testFilm, testSound } from "#tests/support/test-media.ts";
import { makePicture } from "#tests/support/test-picture.ts";
import { call, NAMED_ENDPOINTS, plain, type Wanted } from "./calls.ts";
import { base64 } from "./file-cases.ts";
import { finishNextTask, finishTask } from "./finish-task.ts";
import { type GatewayTeam, makeGatewayTeam, makeTask } from "./world.ts";

const MASK = {
  frame_index: 0,
  rle_mask_list: [
    { object_id: 0, rle_mask: { size: [1, 1], counts: "01" }, png_mask: { size: [1, 1], base64: "AA==" } },
  ],
} as const;

const PACK = {
  resource_pack_name: "sandbox",
  resource_pack_id: "1",
  resource_pack_type: "decreasing_total",
  total_quantity: 1000,
  remaining_quantity: 999,
  purchase_time: 1,
  effective_time: 1,
  invalid_time: 4_102_444_800_000,
  status: "online",
} as const;

// What a provider says at once is its own matter and tested with it; here it is how the gateway asks and tells.
vi.mock("#lib/providers/registry.ts", () => ({
  findProvider: () => ({
    changeSelection: async ({ sessionId, operation }: { sessionId: string; operation: string }) => ({
      session_id: sessionId,
      ...(operation !== "clear" && { mask: MASK }),
    }),
    resourcePacks: async () => [PACK],
  }),
}));

let team: GatewayTeam;
let files: NamedMedia;

beforeAll(async () => {
  team = await makeGatewayTeam();
  const picture = base64(await makePicture({ widthPx: 300, heightPx: 300 }));
  files = { ...team.media, picture, film: base64(await testFilm()), sound: base64(testSound()) };
});

// Hundreds of orders in a minute are what the limits are there to stop.
beforeEach(() => systemDb.rateLimit.deleteMany());

describe("what is complete is answered in the stated shape", () => {
  test.each(NAMED_ENDPOINTS)("$name", async ({ endpoint }) => {
    const waiting =
      endpoint.operation === "create" && endpoint.kind && kindOf(endpoint.kind).answers === "at_once"
        ? finishNextTask(team, endpoint.kind)
        : undefined;
    for (const prefix of waiting ? [""] : ["", "/kling"]) {
      const answer = await call(team, endpoint, { ...(await legalCall(endpoint)), prefix });
      expect(answer, JSON.stringify(answer, plain)).toMatchObject({ status: 200 });
      expect(answerOf(endpoint).safeParse(answer.body).error?.message).toBeUndefined();
    }
    await waiting;
  });

  test("a task that is over is told with all that it made, by its own id and by its client's", async () => {
    for (const endpoint of ENDPOINTS.filter(({ operation }) => operation === "get")) {
      const kind = endpoint.kind ?? "text2video";
      const externalTaskId = `done-${kind}`;
      const { taskId } = await makeTask(team, { kind, externalTaskId });
      await finishTask(team, { taskId, kind });
      for (const id of [taskId, externalTaskId]) {
        const answer = await call(team, endpoint, { id });
        expect(answerOf(endpoint).safeParse(answer.body).error?.message, kind).toBeUndefined();
        expect(answer.body.data.task_result, kind).not.toEqual({});
      }
      const job = ENDPOINTS.find(({ operation }) => operation === "get_job");
      if (job === undefined) throw new Error("jobs cannot be read");
      const asJob = await call(team, job, { id: taskId });
      expect(answerOf(job).safeParse(asJob.body).error?.message, kind).toBeUndefined();
    }
  });
});

/** A complete call; files come as base64, as the clients of gateways send them. */
async function legalCall(endpoint: Endpoint): Promise<Wanted> {
  const { operation, kind = "text2video", dialect } = endpoint;
  switch (operation) {
    case "create":
      return { body: legalBodies(files)[kind] };
    case "create_job":
      return { body: legalJobBodies(files)[dialect === "unified" ? "unified" : "generations"] };
    case "get":
    case "get_job":
      return { id: (await makeTask(team, { kind })).taskId };
    case "list":
      await makeTask(team, { kind });
      return {};
    case "list_elements":
    case "list_preset_elements":
    case "list_preset_voices":
      return { query: "pageNum=1&pageSize=30" };
    case "add_selection":
    case "delete_selection":
    case "clear_selection":
    case "preview_selection":
      return {
        body: { session_id: team.media.selectionSession, frame_index: 0, points: [{ x: 0.5, y: 0.5 }] },
      };
    case "delete_element":
      return { body: { element_id: await newElementId(kind) } };
    case "delete_voice":
      return { body: { voice_id: await newVoiceId() } };
    case "account_costs":
      return { query: `start_time=0&end_time=${Date.now()}` };
  }
}

async function newElementId(kind: TaskKind): Promise<string> {
  const own: TaskKind = kind === "advanced-custom-elements" ? kind : "custom-elements";
  const { taskId } = await makeTask(team, { kind: own });
  await finishTask(team, { taskId, kind: own });
  const { upstreamElementId } = await systemDb.element.findFirstOrThrow({ where: { taskId } });
  return upstreamElementId;
}

async function newVoiceId(): Promise<string> {
  const { taskId } = await makeTask(team, { kind: "custom-voices" });
  await finishTask(team, { taskId, kind: "custom-voices" });
  const { upstreamVoiceId } = await systemDb.voice.findFirstOrThrow({ where: { taskId } });
  return upstreamVoiceId;
}
