import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { actAs, OPERATOR } from "#lib/audit/acting.ts";
import { appendAudit } from "#lib/audit/append-audit.ts";
import { tellAnchor } from "#lib/audit/tell-anchor.ts";
import { verifyAllChains, verifyStoredChain } from "#lib/audit/verify-stored-chain.ts";
import { setBudgetCap } from "#lib/billing/set-budget-cap.ts";
import { INSTANCE_CHAIN } from "#lib/contract/audit-actions.ts";
import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { renameTeam } from "#lib/teams/team.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { ask, signIn } from "./accounts/operation.ts";
import { makeActor, makeCookie, makeUser } from "./routes/actors.ts";
import { makeTeam } from "./routes/world.ts";

let team: TestTeam;

beforeEach(async () => {
  await systemDb.rateLimit.deleteMany();
  team = await createTeam();
});

afterAll(() => systemDb.$disconnect());

function entriesOf(teamId: string) {
  return systemDb.auditEntry.findMany({ where: { teamId }, orderBy: { seq: "asc" } });
}

async function rename(times: number): Promise<void> {
  for (let count = 1; count <= times; count++) await renameTeam(team.teamId, `name ${count}`);
}

/** What somebody does who owns the database and switches the walls off. */
async function tamper(statement: string): Promise<void> {
  await systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRawUnsafe(statement);
  });
}

test("nothing of the log can be changed, deleted or emptied by the studio's own role", async () => {
  await rename(2);
  const refused = [
    `UPDATE "AuditEntry" SET "actorId" = NULL WHERE "teamId" = '${team.teamId}'`,
    `DELETE FROM "AuditEntry" WHERE "teamId" = '${team.teamId}' AND "seq" = 2`,
    'TRUNCATE "AuditEntry"',
    `UPDATE "AuditHead" SET "seq" = 1 WHERE "teamId" = '${team.teamId}'`,
    `UPDATE "AuditHead" SET "hash" = '' WHERE "teamId" = '${team.teamId}'`,
    `DELETE FROM "AuditHead" WHERE "teamId" = '${team.teamId}'`,
    'TRUNCATE "AuditHead"',
  ];
  const before = await entriesOf(team.teamId);
  for (const statement of refused)
    await expect(systemDb.$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only/);
  expect(await entriesOf(team.teamId)).toEqual(before);
});

test("fifty changes at the same moment make one chain without a gap", async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => renameTeam(team.teamId, `name ${index}`)));
  const entries = await entriesOf(team.teamId);
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(new Set(entries.map(({ prevHash }) => prevHash)).size).toBe(50);
  expect(await verifyStoredChain(team.teamId)).toMatchObject({ entries: 50, broken: null });
  const last = entries.at(-1)?.details as { to: string };
  const { name } = await systemDb.organization.findUniqueOrThrow({ where: { id: team.teamId } });
  expect(name, "the last entry is the last change").toBe(last.to);
});

test("changes that have nothing in common wait for one another in the log alone, and none fails", async () => {
  const { teamId } = team;
  const note = (index: number) =>
    systemDb.$transaction((tx) =>
      appendAudit(tx, { teamId, action: "team.renamed", objectId: teamId, details: { to: `name ${index}` } }),
    );
  await Promise.all(Array.from({ length: 50 }, (_, index) => note(index)));
  expect(await verifyStoredChain(teamId)).toMatchObject({ entries: 50, broken: null });
});

test.each([
  [
    "an entry that was altered",
    `UPDATE "AuditEntry" SET "details" = '{"from": "x", "to": "y"}' WHERE "seq" = 3`,
    3,
    "content",
  ],
  [
    "an entry that was given to somebody else",
    `UPDATE "AuditEntry" SET "actorId" = 'user_x' WHERE "seq" = 2`,
    2,
    "content",
  ],
  ["an entry that was taken out", `DELETE FROM "AuditEntry" WHERE "seq" = 2`, 3, "number"],
  ["an end that was cut off", `DELETE FROM "AuditEntry" WHERE "seq" = 5`, 5, "end"],
  [
    "a head that was set back",
    `UPDATE "AuditHead" SET "seq" = 4, "hash" = (SELECT "hash" FROM "AuditEntry" AS it WHERE it."teamId" = "AuditHead"."teamId" AND it."seq" = 4) WHERE true`,
    5,
    "end",
  ],
  ["a head that was taken away", `DELETE FROM "AuditHead" WHERE true`, 1, "end"],
])("%s is named by the verifier", async (_what, statement, seq, reason) => {
  await rename(5);
  const { teamId } = team;
  await tamper(`${statement} AND "teamId" = '${teamId}'`);
  expect((await verifyStoredChain(teamId)).broken).toEqual({ seq, reason });
  expect((await verifyAllChains()).find((chain) => chain.teamId === teamId)?.broken).not.toBeNull();
});

test("a chain that was written anew fits in itself, and only the anchor that was kept elsewhere shows it", async () => {
  await rename(3);
  const { teamId } = team;
  const told = vi.spyOn(log, "info").mockImplementation(() => undefined);
  await tellAnchor();
  const calls: readonly (readonly unknown[])[] = told.mock.calls;
  const line = calls.find(([, message]) => message === "audit anchor")?.[0];
  const { anchors } = (line ?? { anchors: [] }) as { anchors: string[] };
  told.mockRestore();
  const [, seq, hash] = anchors.find((it) => it.startsWith(teamId))?.split(":") ?? [];
  const anchor = { teamId, seq: Number(seq), hash: hash ?? "" };
  expect((await verifyStoredChain(teamId, [anchor])).broken).toBeNull();
  await tamper(`DELETE FROM "AuditEntry" WHERE "teamId" = '${teamId}'`);
  await tamper(`DELETE FROM "AuditHead" WHERE "teamId" = '${teamId}'`);
  await rename(4);
  expect((await verifyStoredChain(teamId)).broken).toBeNull();
  expect((await verifyStoredChain(teamId, [anchor])).broken).toEqual({ seq: 3, reason: "anchor" });
});

test("what does not happen leaves no entry, and what cannot be recorded does not happen", async () => {
  const { teamId } = team;
  await rename(1);
  const failing = systemDb.$transaction(async (tx) => {
    await appendAudit(tx, { teamId, action: "team.renamed", objectId: teamId, details: {} });
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  expect(await entriesOf(teamId)).toHaveLength(1);
  await systemDb.$executeRawUnsafe(
    `ALTER TABLE "AuditEntry" ADD CONSTRAINT "full" CHECK ("teamId" <> '${teamId}') NOT VALID`,
  );
  await expect(renameTeam(teamId, "unrecorded")).rejects.toThrow();
  await systemDb.$executeRawUnsafe('ALTER TABLE "AuditEntry" DROP CONSTRAINT "full"');
  const { name } = await systemDb.organization.findUniqueOrThrow({ where: { id: teamId } });
  expect(name).toBe("name 1");
});

test("details that an action may not carry are a bug, not an entry", async () => {
  const { teamId } = team;
  const details = { secret: "whsec_x" };
  const writing = systemDb.$transaction((tx) =>
    appendAudit(tx, { teamId, action: "api_key.revoked", objectId: "key_1", details }),
  );
  await expect(writing).rejects.toThrow('may not record "secret"');
});

test("a key and its cap are one entry, a cap by itself another, and the command line is the operator", async () => {
  const { teamId, caller } = team;
  const wanted = {
    teamId,
    userId: caller.userId,
    name: "k",
    scope: "create",
    expiresAt: null,
    budgetUnits: 5,
  } as const;
  const { id } = await actAs({ actor: OPERATOR, requestId: null }, () => createApiKey(wanted));
  await setBudgetCap({ teamId, scope: "key", subjectId: id, capUnits: "7.5" });
  expect(await entriesOf(teamId)).toMatchObject([
    {
      actorKind: "operator",
      action: "api_key.created",
      objectId: id,
      details: { scope: "create", budgetUnits: 5 },
    },
    { actorKind: "system", action: "budget.set", objectId: id, details: { scope: "key", capUnits: "7.5" } },
  ]);
});

test("a sign-in is in the log of the team that one works in, a wrong password too, and an unknown address nowhere", async () => {
  const home = await makeTeam("audited");
  const email = `founder.${home.canary}@example.com`;
  await signIn(email, "four green kites fly");
  expect((await ask("signIn", { body: { email, password: "wrong password no" } })).status).toBe(401);
  const refused = await until(
    async () => (await entriesOf(home.teamId)).find((it) => it.action === "session.refused"),
    {
      withinMs: 10_000,
      what: "the refused sign-in is recorded",
    },
  );
  expect(refused).toMatchObject({ actorKind: "anonymous", actorId: null, objectId: home.ownerId });
  const opened = (await entriesOf(home.teamId)).find((it) => it.action === "session.opened");
  expect(opened).toMatchObject({ actorKind: "person", actorId: home.ownerId, objectId: home.ownerId });
  const before = await systemDb.auditEntry.count();
  expect(
    (await ask("signIn", { body: { email: "nobody@example.com", password: "wrong password no" } })).status,
  ).toBe(401);
  expect(await systemDb.auditEntry.count()).toBe(before);
});

test("what belongs to no team is in the chain of the instance", async () => {
  const { recordSignIn } = await import("#lib/teams/record-sign-in.ts");
  const userId = await makeUser("teamless");
  await recordSignIn(userId);
  expect((await entriesOf(INSTANCE_CHAIN)).at(-1)).toMatchObject({
    action: "session.opened",
    actorId: userId,
  });
  expect((await verifyStoredChain(INSTANCE_CHAIN)).broken).toBeNull();
});

test("the screen's pages, filters, chain and exports are of one's own team, and name people as they are called now", async () => {
  const [home, abroad] = [await makeTeam("auditpages"), await makeTeam("auditforeign")];
  const { headers, userId = "" } = await makeActor("owner", home, abroad);
  for (const name of ["=HYPERLINK(1)", "two", "three"]) await ask("updateTeam", { body: { name } }, headers);
  const first = await ask("listAudit", { query: { limit: "2" } }, headers);
  const second = await ask(
    "listAudit",
    { query: { limit: "2", cursor: String(first.body.nextCursor) } },
    headers,
  );
  const seqs = [...first.body.entries, ...second.body.entries].map(({ seq }: { seq: number }) => seq);
  expect(seqs).toEqual([4, 3, 2, 1]);
  expect(second.body.nextCursor).toBeNull();
  expect(first.body.entries[0]).toMatchObject({
    action: "team.renamed",
    actor: { kind: "person", id: userId, name: "auditpages person" },
    details: { from: "two", to: "three" },
  });
  const mine = await ask("listAudit", { query: { actor: userId, action: "team.renamed" } }, headers);
  expect(mine.body.entries).toHaveLength(3);
  const foreign = await ask("listAudit", { query: { actor: abroad.ownerId } }, headers);
  expect(foreign.body.entries).toEqual([]);
  const chain = await ask("verifyAudit", {}, headers);
  expect(chain.body).toMatchObject({ verified: true, entries: 4, brokenAt: null });
  expect(chain.body.headHash).toBe(first.body.entries[0].hash);
});

test("a person who is gone leaves only their id in the log, also in what is exported", async () => {
  const home = await makeTeam("auditgone");
  const { headers, userId = "" } = await makeActor("admin", home, home);
  await ask("updateTeam", { body: { name: "renamed" } }, headers);
  const dump = JSON.stringify(await entriesOf(home.teamId));
  expect(dump).not.toContain("@");
  await systemDb.user.delete({ where: { id: userId } });
  const owner = { cookie: await makeCookie(home.ownerId) };
  const { body } = await ask("listAudit", { query: { action: "team.renamed" } }, owner);
  expect(body.entries[0].actor).toEqual({ kind: "person", id: userId, name: null });
  expect((await verifyStoredChain(home.teamId)).broken).toBeNull();
});
