import { beforeAll, expect, test } from "vitest";
import { takeFromBudgets } from "#lib/billing/budgets.ts";
import { setBudgetCap } from "#lib/billing/set-budget-cap.ts";
import { db, systemDb } from "#lib/db/client.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { seed, sized } from "./size.ts";

const SEEDS = sized(5, 20);
const ATTEMPTS = sized(10_000, 100_000) / SEEDS;
const CLIENTS = 64;
const PEOPLE = ["ann", "ben", "cleo"];
const KEYS = ["key-1", "key-2"];

type Attempt = {
  readonly userId: string;
  readonly keyId: string | null;
  readonly price: number;
  isGranted: boolean;
};

/** Whatever a transaction did on its way, an overdraft stays here exactly when it was committed. */
beforeAll(async () => {
  await systemDb.$executeRaw`CREATE TABLE overdraft ("budget" text, "used" numeric)`;
  await systemDb.$executeRaw`
    CREATE FUNCTION note_overdraft() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN INSERT INTO overdraft VALUES (NEW."id", NEW."usedUnits"); RETURN NEW; END'`;
  await systemDb.$executeRaw`
    CREATE TRIGGER overdraft AFTER INSERT OR UPDATE ON "Budget" FOR EACH ROW
    WHEN (NEW."usedUnits" > NEW."capUnits") EXECUTE FUNCTION note_overdraft()`;
});

const seeds = Array.from({ length: SEEDS }, (_, index) => seed + index);

test.each(seeds)(
  `${CLIENTS} clients never overdraw a budget and leave no unit that fits (seed %i)`,
  async (own) => {
    const random = seededRandom(own);
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
    const { teamId } = await createTeam();
    const demand = ATTEMPTS * 4;
    const caps = new Map([
      [teamId, Math.floor(demand * (0.2 + random() * 0.6))],
      ...PEOPLE.map((id) => [id, Math.floor((demand / 3) * (0.3 + random()))] as const),
      ...KEYS.map((id) => [id, Math.floor((demand / 4) * (0.3 + random()))] as const),
    ]);
    for (const [subjectId, cap] of caps) {
      const scope = subjectId === teamId ? "team" : KEYS.includes(subjectId) ? "key" : "member";
      await setBudgetCap({ teamId, scope, subjectId, capUnits: String(cap) });
    }
    const attempts: Attempt[] = Array.from({ length: ATTEMPTS }, () => ({
      userId: pick(PEOPLE) ?? "",
      keyId: random() < 0.5 ? null : (pick(KEYS) ?? null),
      price: 1 + Math.floor(random() * 7),
      isGranted: false,
    }));

    const waiting = attempts[Symbol.iterator]();
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        for (const attempt of waiting) attempt.isGranted = await take(teamId, attempt);
      }),
    );

    const used = new Map<string, number>();
    for (const { subjectId, usedUnits } of await systemDb.budget.findMany({ where: { teamId } }))
      used.set(subjectId, usedUnits.toNumber());
    const granted = attempts.filter(({ isGranted }) => isGranted);
    for (const [subjectId, cap] of caps) {
      const mine = granted.filter((it) =>
        [teamId, it.userId, it.keyId].includes(subjectId === teamId ? teamId : subjectId),
      );
      expect(used.get(subjectId), `what ${subjectId} used is what it was granted`).toBe(
        mine.reduce((sum, { price }) => sum + price, 0),
      );
      expect(used.get(subjectId), `${subjectId} kept its cap`).toBeLessThanOrEqual(cap);
    }
    const room = (id: string | null) =>
      id === null ? Number.POSITIVE_INFINITY : (caps.get(id) ?? 0) - (used.get(id) ?? 0);
    const wrongly = attempts.filter(
      ({ isGranted, price, userId, keyId }) =>
        !isGranted && price <= Math.min(room(teamId), room(userId), room(keyId)),
    );
    expect(wrongly, "whatever was refused would not fit now either").toEqual([]);
    expect(granted.length).toBeGreaterThan(0);
    expect(granted.length).toBeLessThan(ATTEMPTS);
    expect(await systemDb.$queryRaw`SELECT * FROM overdraft`, "no commit ever showed an overdraft").toEqual(
      [],
    );
  },
);

async function take(teamId: string, { userId, keyId, price }: Attempt): Promise<boolean> {
  try {
    await db.$transaction((tx) => takeFromBudgets(tx, [{ teamId, userId, keyId, units: String(price) }]));
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "budget_exceeded" });
    return false;
  }
}
