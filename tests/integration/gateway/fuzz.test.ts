import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalAt } from "#lib/contract/gateway/answer-of.ts";
import { systemDb } from "#lib/db/client.ts";
import { httpStatusOf, isKnownCode } from "#lib/kling/codes.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { legalBodies, legalJobBodies } from "#tests/support/legal-bodies.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { NAMED_ENDPOINTS, plain } from "./calls.ts";
import { mutate } from "./mutate.ts";
import { type Answer, callGateway, type GatewayTeam, makeGatewayTeam } from "./world.ts";

const BODIES = 10_000;
const SEED = 20_261_121;

/** Side by side, as clients call. */
const LANES = 8;

/** As many as the rate limit would stop. */
const CLEAR_EVERY = 100;

let team: GatewayTeam;

/** Kinds whose answer waits for the end of the task. */
const AT_ONCE = TASK_KINDS.filter((kind) => kindOf(kind).answers === "at_once");

/** What ends their tasks here; a client hears of it as of a refusal. */
const FAILURE = { code: 1301, message: "not safe", retryable: false };

let ending: NodeJS.Timeout;

beforeAll(async () => {
  team = await makeGatewayTeam();
  ending = setInterval(async () => {
    const where = { kind: { in: AT_ONCE }, status: "queued" };
    await systemDb.task.updateMany({ where, data: { status: "failed", failure: FAILURE } });
  }, 50);
});

afterAll(() => clearInterval(ending));

test(`no body of ${BODIES} makes a failure of ours, and every answer can be read`, async () => {
  const calls = fuzzedCalls();
  const told: string[] = [];
  const codes = new Map<number, number>();
  let next = 0;
  const lane = async () => {
    for (let number = next++; number < calls.length; number = next++) {
      if (number % CLEAR_EVERY === 0) await systemDb.rateLimit.deleteMany();
      const call = calls[number];
      if (call === undefined) return;
      const { endpoint, text } = call;
      const headers = { authorization: `Bearer ${team.keys.key}` };
      const prefix = number % 2 === 0 ? "" : "/kling";
      const answer = await callGateway({
        ...endpoint,
        path: `${prefix}${endpoint.path}`,
        body: text,
        headers,
      });
      const code = codeOf(answer);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      const trouble = troubleWith(call, answer);
      if (trouble !== undefined) told.push(`${endpoint.path} ${text.slice(0, 400)}: ${trouble}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(told.slice(0, 5)).toEqual([]);
  // A fuzzer of which nothing gets through, or everything, proves little.
  expect(codes.get(0), JSON.stringify([...codes])).toBeGreaterThan(BODIES / 50);
  expect(codes.get(1201), JSON.stringify([...codes])).toBeGreaterThan(BODIES / 4);
}, 240_000);

type FuzzedCall = { readonly endpoint: (typeof NAMED_ENDPOINTS)[number]["endpoint"]; readonly text: string };

/** A seeded mix over all endpoints with a body, of bodies that were legal before something happened to them. */
function fuzzedCalls(): readonly FuzzedCall[] {
  const random = seededRandom(SEED);
  const posts = NAMED_ENDPOINTS.filter(({ endpoint }) => endpoint.method === "POST");
  return Array.from({ length: BODIES }, (_, number) => {
    const { endpoint } = posts[number % posts.length] ?? {};
    if (endpoint === undefined) throw new Error("no endpoint has a body");
    return { endpoint, text: mutate(legalBodyOf(endpoint), random) };
  });
}

function legalBodyOf({ operation, kind, dialect }: FuzzedCall["endpoint"]): object {
  if (operation === "create" && kind !== undefined) return legalBodies(team.media)[kind];
  if (operation === "create_job")
    return legalJobBodies(team.media)[dialect === "unified" ? dialect : "generations"];
  if (operation === "delete_element") return { element_id: 842130978230767622n };
  if (operation === "delete_voice") return { voice_id: "voice" };
  return { session_id: team.media.selectionSession, frame_index: 1, points: [{ x: 0.5, y: 0.25 }] };
}

function codeOf({ body }: Answer): number {
  return typeof body?.code === "number" ? body.code : 0;
}

/** What is wrong with an answer, if anything is. */
function troubleWith({ endpoint }: FuzzedCall, answer: Answer): string | undefined {
  const code = codeOf(answer);
  if (code === 5000) return "a failure of ours";
  if (!isKnownCode(code)) return `code ${code} is in no table`;
  if (answer.status !== httpStatusOf(code)) return `status ${answer.status} does not belong to code ${code}`;
  if (code === 0) return undefined;
  const refused = refusalAt(endpoint).safeParse(answer.body);
  return refused.success ? undefined : stringifyLossless(JSON.parse(JSON.stringify(answer.body, plain)));
}
