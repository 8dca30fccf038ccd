import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Operation } from "#lib/contract/operation.ts";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { systemDb } from "#lib/db/client.ts";
import type { AuditEntry } from "#lib/db/generated/client.ts";
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
  const written = await watchAudit();

  const response = await call(operation, input, actor.headers);
  const text = await textOf(response);

  expect(response.status, text).toBe(status);
  if (changes !== null) expect(await changes(), "a refused call changed something").toEqual([]);
  expectAudited(operation, { status, actor, written: await written() });
  if (operation.access.kind !== "public") {
    expect(text + headersOf(response)).not.toMatch(
      actorKind === "stranger" ? /canaryhome/i : /canaryabroad/i,
    );
  }
  if (DENIED.includes(status)) expect(text).not.toMatch(/canary/i);
});

/** Entries of the audit log that were written since, whoever's. */
async function watchAudit() {
  const before = await systemDb.auditEntry.groupBy({ by: ["teamId"], _max: { seq: true } });
  const last = new Map(before.map(({ teamId, _max }) => [teamId, _max.seq ?? 0]));
  return async () =>
    (await systemDb.auditEntry.findMany()).filter(({ teamId, seq }) => seq > (last.get(teamId) ?? 0));
}

type Left = {
  readonly status: number;
  readonly actor: Awaited<ReturnType<typeof makeActor>>;
  readonly written: readonly AuditEntry[];
};

/** One entry of what the operation says it leaves when it was done; none when it was refused or says that it leaves none. */
function expectAudited({ id, audit, access }: Operation, { status, actor, written }: Left): void {
  const actions = written.map(({ action }) => action);
  if (status >= 300 || audit === undefined || (typeof audit === "object" && "none" in audit)) {
    expect(actions, `${id} leaves nothing in the audit log`).toEqual([]);
    return;
  }
  expect(actions, `${id} leaves one entry in the audit log`).toHaveLength(1);
  expect([audit].flat()).toContain(actions[0]);
  if (access.kind === "public") return;
  expect(written).toMatchObject([{ actorKind: "person", actorId: actor.userId }]);
  expect(written[0]?.requestId).toMatch(/^req_/);
}

/** The body, or the beginning of one that never ends. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("event-stream")) return response.text();
  await response.body?.cancel();
  return "";
}

function headersOf(response: Response): string {
  return [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
}
