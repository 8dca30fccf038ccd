import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { REQUEST_SCHEMAS } from "#lib/kling/requests/request.ts";
import { TASK_KINDS, type TaskKind } from "#lib/kling/task-kinds.ts";
import { legalBodies, legalJobBodies } from "#tests/support/legal-bodies.ts";
import { call, createOf, expectRefused, jobOf, NAMED_ENDPOINTS } from "./calls.ts";
import { foreignFiles, unfitFiles } from "./file-cases.ts";
import { finishNextTask } from "./finish-task.ts";
import { placesOf, withValue } from "./places.ts";
import { excessiveBodies, extremeBodies, incompleteBodies, mistypedBodies } from "./schema-cases.ts";
import { type GatewayTeam, makeGatewayTeam, makeTask } from "./world.ts";
import { UNSUPPORTED } from "./wrong-calls.ts";

let team: GatewayTeam;
let stranger: GatewayTeam;

beforeAll(async () => {
  [team, stranger] = [await makeGatewayTeam(), await makeGatewayTeam()];
});

// Hundreds of orders in a minute are what the limits are there to stop.
beforeEach(() => systemDb.rateLimit.deleteMany());

const creates = NAMED_ENDPOINTS.filter(({ endpoint }) => endpoint.operation === "create");
const kinds = TASK_KINDS.map((kind) => ({ kind, endpoint: createOf(kind) }));

describe("every field of a create is held to its schema", () => {
  test.each(kinds)("$kind", async ({ kind, endpoint }) => {
    const legal = legalBodies(team.media)[kind];
    const wrong = [
      ...incompleteBodies(kind, legal),
      ...excessiveBodies(kind, legal),
      ...mistypedBodies(kind, legal),
    ];
    expect(wrong.length).toBeGreaterThan(2);
    for (const { what, name, body } of wrong) {
      await systemDb.rateLimit.deleteMany();
      const answer = await call(team, endpoint, { body });
      const isModel = name === "model_name" && what.endsWith("does not exist");
      expectRefused(endpoint, answer, isModel ? 1203 : 1201, what);
      // The real server does not say which file it could not read (live).
      const words = what.endsWith("base64") ? "base64" : isModel ? "Model" : name.replace(/\[0\].*$/, "");
      expect(answer.body.message, what).toContain(words);
    }
    for (const { what, body } of extremeBodies(kind, legal))
      expect(decodeCreate(kind, body), what).toMatchObject({ ok: true });
  });
});

describe("the map has its say under Kling's own paths, and upstream the last word under a gateway's", () => {
  test.each(kinds)("$kind", async ({ kind, endpoint }) => {
    const legal = legalBodies(team.media)[kind];
    const refused = refusedSteps(kind);
    const patch = UNSUPPORTED[kind];
    if (patch === undefined) return expect(refused, "an unsupported combination is wanted").toEqual([]);
    const body = kind === "lip-sync" ? withVoiceOf(patch, legal) : { ...legal, ...patch };
    expectRefused(endpoint, await call(team, endpoint, { body }), 1201);
    const waiting = kindOf(kind).answers === "at_once" ? finishNextTask(team, kind) : undefined;
    expect(await call(team, endpoint, { body, prefix: "/kling" })).toMatchObject({
      status: 200,
      body: { code: 0 },
    });
    await waiting;
  });
});

test("the unified gateway takes element names of half the length (§10.5 #26)", async () => {
  const endpoint = createOf("custom-elements", "unified");
  const legal = legalBodies(team.media)["custom-elements"];
  const named = (characters: number) => ({ ...legal, element_name: "字".repeat(characters) });
  expectRefused(endpoint, await call(team, endpoint, { body: named(11) }), 1201);
  const waiting = finishNextTask(team, "custom-elements");
  expect(await call(team, endpoint, { body: named(10) })).toMatchObject({ status: 200, body: { code: 0 } });
  await waiting;
});

describe("a client's own id is used once", () => {
  test.each(creates)("$name", async ({ endpoint }) => {
    const external_task_id = `taken-${endpoint.path}`;
    await makeTask(team, { kind: "text2video", externalTaskId: external_task_id });
    const answer = await call(team, endpoint, {
      body: { ...legalBodies(team.media)[endpoint.kind ?? "text2video"], external_task_id },
    });
    expectRefused(endpoint, answer, 1201);
    expect(answer.body.message).toBe(`External_task_id ${external_task_id} already exists`);
  });

  test.each(["unified", "generations"] as const)("a job of %s", async (dialect) => {
    const endpoint = jobOf(dialect);
    const external_task_id = `taken-job-${dialect}`;
    await makeTask(team, { kind: "text2video", externalTaskId: external_task_id });
    const body = { ...legalJobBodies(team.media)[dialect], external_task_id };
    const answer = await call(team, endpoint, { body });
    expectRefused(endpoint, answer, 1201);
    expect(answer.body.message).toBe(`External_task_id ${external_task_id} already exists`);
  });
});

describe("files and results that a create names are the team's own, and fit their field", () => {
  test.each(kinds)(
    "$kind",
    async ({ kind, endpoint }) => {
      const legal = legalBodies(team.media)[kind];
      for (const place of placesOf(kind).filter(({ file }) => file !== undefined)) {
        const isOutput = place.file?.type === "output";
        const theirs = isOutput ? stranger.media.filmOutput : stranger.media.picture;
        const values = [
          ["of another team", theirs],
          ["of nobody", isOutput ? "nobody" : "asset_01JCQZZZZZZZZZZZZZZZZZZZZA"],
          ...(await unfitFiles(team, place)),
          ...(await foreignFiles(place)),
        ] as const;
        for (const [what, value] of values) {
          await systemDb.rateLimit.deleteMany();
          const body = withValue(kind, legal, { path: place.path, value });
          const answer = await call(team, endpoint, { body });
          expectRefused(endpoint, answer, 1201, `${place.name} ${what}`);
          if (place.name in legal) expect(answer.body.message, what).toContain(place.name);
        }
      }
      if (!("session_id" in REQUEST_SCHEMAS[kind].shape)) return;
      const { facesSession, selectionSession } = team.media;
      const ofAnotherKind = kind === "multi-elements" ? facesSession : selectionSession;
      const theirs = [stranger.media.facesSession, stranger.media.selectionSession];
      for (const session_id of ["nobody", ofAnotherKind, ...theirs])
        expectRefused(
          endpoint,
          await call(team, endpoint, { body: { ...legal, session_id } }),
          1201,
          session_id,
        );
    },
    120_000,
  );
});

/** Steps from the legal body along one control at which the map says no. */
function refusedSteps(kind: TaskKind): readonly string[] {
  const { grid, pointOf } = kindOf(kind);
  const decoded = decodeCreate(kind, legalBodies(team.media)[kind]);
  if (!decoded.ok) throw new Error(decoded.message);
  const point = pointOf(decoded.request);
  return grid.axes.flatMap(({ name, values }) =>
    values
      .filter((value) => grid.refusals({ ...point, [name]: value }).some((it) => it.class !== "limit"))
      .map((value) => `${name}=${String(value)}`),
  );
}

function withVoiceOf(patch: object, legal: object) {
  return { input: { ...Object(legal).input, voice_id: Object(patch).input.voice_id } };
}
