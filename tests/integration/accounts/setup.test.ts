import { beforeEach, expect, test, vi } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { createFirstTeam } from "#lib/teams/create-first-team.ts";
import { ask, signIn } from "./operation.ts";

const PASSWORD = "four green kites fly";

function setUp(change: Record<string, unknown> = {}) {
  return {
    body: { email: "ann@example.com", password: PASSWORD, name: "Ann", teamName: "Kites", ...change },
  };
}

beforeEach(async () => {
  await systemDb.$executeRaw`TRUNCATE "User", "Organization", "RateLimit" CASCADE`;
});

test("the first person makes an account and a complete team, and signs in with it", async () => {
  expect((await ask("getSetup")).body).toEqual({ done: false, sendsMail: false });
  const made = await ask("setUp", setUp({ email: "  Ann@Example.com " }));
  expect(made.status).toBe(201);
  expect((await ask("getSetup")).body.done).toBe(true);

  const me = await ask("getMe", {}, await signIn("ANN@example.com", PASSWORD));
  expect(me.body).toMatchObject({
    user: { id: made.body.userId, email: "ann@example.com", name: "Ann" },
    team: { id: made.body.teamId, name: "Kites" },
    membership: { role: "owner" },
  });
  const { teamId } = made.body;
  expect(await systemDb.teamFeed.count({ where: { teamId, lastSeq: 0 } })).toBe(1);
  expect(await systemDb.budget.count({ where: { teamId, scope: "team", capUnits: null } })).toBe(1);
  expect(await systemDb.connection.findMany({ where: { teamId } })).toMatchObject([
    { provider: "sandbox", isDefault: true, maxParallel: 3 },
  ]);
});

test("of eight set-ups that wait to write at the same moment exactly one makes a team", async () => {
  const setUps = await whileTeamsCannotBeWritten(async () => {
    const started = Array.from({ length: 8 }, (_, index) =>
      ask("setUp", setUp({ email: `ann${index}@example.com` })),
    );
    await vi.waitFor(async () => expect(await waitingForLocks()).toBe(8), { timeout: 20_000 });
    return started;
  });
  const statuses = (await Promise.all(setUps)).map((it) => it.status);
  expect(statuses.toSorted()).toEqual([201, ...Array(7).fill(409)]);
  expect(await systemDb.organization.count()).toBe(1);
  expect(await systemDb.user.count()).toBe(1);
});

/** Everyone can still read that there is no team, so each set-up gets as far as it can. */
function whileTeamsCannotBeWritten<T>(act: () => Promise<T>): Promise<T> {
  return systemDb.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Organization" IN SHARE ROW EXCLUSIVE MODE`;
      return act();
    },
    { timeout: 30_000 },
  );
}

async function waitingForLocks(): Promise<number> {
  const rows = await systemDb.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()`;
  return Number(rows[0]?.count ?? 0);
}

test("an operator may make another team, but not with an address that has an account", async () => {
  const first = { email: "ann@example.com", password: PASSWORD, name: "Ann", teamName: "Kites" };
  await createFirstTeam(first);
  await expect(createFirstTeam({ ...first, email: "b@example.com" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(createFirstTeam({ ...first, force: true })).rejects.toMatchObject({ code: "conflict" });
  await createFirstTeam({ ...first, email: "b@example.com", force: true });
  expect(await systemDb.organization.count()).toBe(2);
});

test.each([
  [{ password: "password1234" }, "common"],
  [{ password: "short" }, "too_short"],
  [{ password: "ann@example.com!" }, "personal"],
])("a password that would be guessed is refused with the reason: %j", async (change, weakness) => {
  const { status, body } = await ask("setUp", setUp(change));
  expect([status, body.details.weakness]).toEqual([400, weakness]);
  expect(await systemDb.user.count()).toBe(0);
});

test.each([
  { email: "no address" },
  { name: "   " },
  { teamName: "a\u0007b" },
  { role: "owner" },
  { force: true },
])("input that is not as documented is refused: %j", async (change) => {
  expect((await ask("setUp", setUp(change))).status).toBe(400);
  expect(await systemDb.organization.count()).toBe(0);
});
