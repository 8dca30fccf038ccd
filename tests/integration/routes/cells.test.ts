import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { systemDb } from "#lib/db/client.ts";
import { ACTORS, makeActor, makeUser } from "./actors.ts";
import { call } from "./call.ts";
import { CALLS } from "./calls.ts";
import { watchChanges, watchedTables } from "./changes.ts";
import { MATRIX } from "./matrix.ts";
import { makeTeam, type TestTeam } from "./world.ts";

const DENIED = [401, 403, 404];

let home: TestTeam;
let abroad: TestTeam;

beforeAll(async () => {
  home = await makeTeam("canaryhome");
  abroad = await makeTeam("canaryabroad");
});

// Hundreds of calls in a minute are what the limits are there to stop.
beforeEach(() => systemDb.rateLimit.deleteMany());

afterAll(() => systemDb.$disconnect());

test("a change of any row is noticed, and no table is left out", async () => {
  const changes = await watchChanges();
  const where = { id: home.teamId };
  await systemDb.organization.update({ where, data: { name: "another" } });
  await systemDb.organization.update({ where, data: { name: "canaryhome team" } });
  await systemDb.user.delete({ where: { id: await makeUser("passing") } });
  expect(await changes()).toEqual(["DELETE User", "INSERT User", "UPDATE Organization"]);
  const [{ count } = { count: 0 }] = await systemDb.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT tgrelid)::int AS count FROM pg_trigger WHERE tgname = 'noted'`;
  expect(count).toBe((await watchedTables()).length);
});

const cells = MATRIX.flatMap((row) =>
  ACTORS.map((actorKind, index) => ({ ...row, actorKind, status: row.statuses[index] ?? 0 })),
);

test.each(cells)("$name by $actorKind answers $status", async ({ name, operationId, actorKind, status }) => {
  const operation = ALL_OPERATIONS.find((it) => it.id === operationId);
  const prepare = CALLS[name];
  if (!operation || !prepare) throw new Error(`${name} has no operation or no call`);
  const actor = await makeActor(actorKind, home, abroad);
  const input = await prepare(home, actor);
  const changes = DENIED.includes(status) ? await watchChanges() : null;

  const response = await call(operation, input, actor.headers);
  const text = await textOf(response);

  expect(response.status, text).toBe(status);
  if (changes !== null) expect(await changes(), "a refused call changed something").toEqual([]);
  if (operation.access.kind !== "public") {
    expect(text + headersOf(response)).not.toMatch(
      actorKind === "stranger" ? /canaryhome/i : /canaryabroad/i,
    );
  }
  if (DENIED.includes(status)) expect(text).not.toMatch(/canary/i);
});

/** The body, or the beginning of one that never ends. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("event-stream")) return response.text();
  await response.body?.cancel();
  return "";
}

function headersOf(response: Response): string {
  return [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
}
