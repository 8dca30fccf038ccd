import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { serveGateway } from "#lib/gateway/serve.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { listApiKeys } from "#lib/teams/list-api-keys.ts";
import { revokeApiKey } from "#lib/teams/revoke-api-key.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";

/** Five seconds of kling-v1 in std without sound: one unit (api-reference §6). */
const ONE_UNIT = { model_name: "kling-v1", prompt: "a kite", duration: "5", mode: "std" };

let team: TestTeam;

beforeAll(async () => {
  team = await createTeam();
});

afterAll(closeProducerQueue);

function makeKey(name: string, change: { budgetUnits?: number; expiresAt?: Date } = {}) {
  const { teamId, caller } = team;
  return createApiKey({ teamId, userId: caller.userId, name, scope: "create", expiresAt: null, ...change });
}

async function order(key: string): Promise<{ status: number; code: number; message: string }> {
  const path = "/v1/videos/text2video";
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(ONE_UNIT),
  });
  const response = await serveGateway(request, path);
  const { code, message } = await response.json();
  return { status: response.status, code, message };
}

test("a key's budget stops its orders with 1102 while another key of the same member goes on", async () => {
  const [capped, free] = [await makeKey("capped", { budgetUnits: 2.5 }), await makeKey("free")];
  expect(capped).toMatchObject({ budgetUnits: 2.5, usedUnits: 0 });
  expect(free).toMatchObject({ budgetUnits: null, usedUnits: 0 });
  const codes = [
    await order(capped.key),
    await order(capped.key),
    await order(capped.key),
    await order(capped.key),
  ];
  expect(codes.map(({ code }) => code)).toEqual([0, 0, 1102, 1102]);
  expect(codes.at(-1)).toEqual({ status: 429, code: 1102, message: "Account balance not enough" });
  expect(await order(free.key)).toMatchObject({ status: 200, code: 0 });
  expect(await systemDb.task.count({ where: { apiKeyId: capped.id } })).toBe(2);
  const listed = await listApiKeys(team.caller);
  const budgets = listed.map(({ name, budgetUnits, usedUnits }) => [name, budgetUnits, usedUnits]);
  expect(budgets).toEqual([
    ["free", null, 1],
    ["capped", 2.5, 2],
  ]);
});

test("orders at the same moment do not go past a key's budget together", async () => {
  const { key, id } = await makeKey("raced", { budgetUnits: 3 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => order(key)));
  expect(answers.map(({ code }) => code).sort()).toEqual([0, 0, 0, 1102, 1102, 1102, 1102, 1102]);
  expect(await systemDb.task.count({ where: { apiKeyId: id } })).toBe(3);
});

test("a revoked key is refused with 1002 and an expired one with 1004, and neither orders anything", async () => {
  const revoked = await makeKey("revoked");
  const expired = await makeKey("expired", { expiresAt: new Date(Date.now() - 1) });
  expect(await order(revoked.key)).toMatchObject({ status: 200, code: 0 });
  await revokeApiKey(team.caller, { keyId: revoked.id, now: new Date() });
  expect(await order(revoked.key)).toMatchObject({ status: 401, code: 1002 });
  expect(await order(expired.key)).toMatchObject({ status: 401, code: 1004 });
  expect(await systemDb.task.count({ where: { apiKeyId: { in: [revoked.id, expired.id] } } })).toBe(1);
});
