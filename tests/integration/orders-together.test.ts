import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { setBudgetCap } from "#lib/billing/set-budget-cap.ts";
import { systemDb } from "#lib/db/client.ts";
import { consumeRateLimit } from "#lib/db/consume-rate-limit.ts";
import { inPipeline, querySql, type SqlTransaction } from "#lib/db/pipeline.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { type CreateTasksInput, createTasks, orderTasks } from "#lib/tasks/create-tasks.ts";
import { freePort } from "#scripts/free-port.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startTaskDoor } from "#tests/support/worker-process.ts";

/** 1.8 units. */
const REQUEST = { kind: "text2video", model_name: "kling-v3", prompt: "a fox", duration: "3" } as const;

afterAll(closeProducerQueue);

type Order = Omit<CreateTasksInput, "caller" | "request">;

/** All at once, so that they go together. */
function orderAtOnce({ caller }: TestTeam, orders: readonly Order[]) {
  return Promise.allSettled(orders.map((order) => orderTasks({ caller, request: REQUEST, ...order })));
}

function answersOf(outcomes: readonly PromiseSettledResult<unknown>[]) {
  return outcomes.map((it) => (it.status === "fulfilled" ? "ordered" : String(it.reason.code ?? it.reason)));
}

/** What must be there of each accepted order, and of nothing else. */
async function expectWhole({ teamId }: { readonly teamId: string }, count: number) {
  const tasks = await systemDb.task.findMany({ where: { teamId }, include: { ledger: true, events: true } });
  expect(tasks).toHaveLength(count);
  for (const task of tasks) {
    expect(task.ledger.map(({ kind, units }) => [kind, units.toNumber()])).toEqual([["reserve", 1.8]]);
    expect(task.events.map(({ type, status, seq }) => [type, status, seq])).toEqual([
      ["created", "queued", task.seq],
    ]);
    expect(task.nextStepAt).toEqual(task.createdAt);
  }
  const numbers = tasks.map(({ seq }) => seq).toSorted((a, b) => a - b);
  expect(numbers, "numbered without gaps").toEqual(Array.from({ length: count }, (_, index) => index + 1));
  const jobs = await systemDb.$queryRaw<{ taskId: string; key: string; state: string }[]>`
    SELECT data->>'taskId' AS "taskId", singleton_key AS key, state::text FROM pgboss.job
    WHERE name = 'submit-task' AND data->>'taskId' = ANY(${tasks.map(({ id }) => id)})`;
  expect(new Set(jobs.map(({ taskId }) => taskId)).size, "each has its job").toBe(count);
  for (const { taskId, key, state } of jobs) expect([key, state]).toEqual([`${taskId}:1`, "created"]);
  const used = await systemDb.budget.findMany({ where: { teamId } });
  for (const { usedUnits } of used) expect(usedUnits.toNumber()).toBeCloseTo(1.8 * count);
}

test("an id that is taken is said to be taken, also while a step of its task is being written", async () => {
  const team = await createTeam();
  const [first] = await orderTasks({ caller: team.caller, request: REQUEST, externalTaskId: "order-7" });
  const again = Promise.withResolvers<readonly PromiseSettledResult<unknown>[]>();
  // As a step does: the task's row first, then a number of the feed, for which the second order has the lock by then.
  await systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "Task" SET "stepFailures" = 1 WHERE "id" = ${first?.id}`;
    again.resolve(orderAtOnce(team, [{ externalTaskId: "order-7" }]));
    await until(() => waitsForRow(), { withinMs: 20_000, what: "the second order waits" });
    await tx.$executeRaw`UPDATE "TeamFeed" SET "lastSeq" = "lastSeq" WHERE "teamId" = ${team.teamId}`;
  });
  expect(answersOf(await again.promise)).toEqual(["conflict"]);
});

/** Whether some transaction waits for the end of another one. */
async function waitsForRow(): Promise<boolean> {
  const [row] = await systemDb.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event = 'transactionid'`;
  return Number(row?.waiting) > 0;
}

describe("orders of a team that come at once", () => {
  test("are each whole and numbered without gaps", async () => {
    const team = await createTeam();
    const outcomes = await orderAtOnce(
      team,
      Array.from({ length: 150 }, () => ({})),
    );
    expect(new Set(answersOf(outcomes))).toEqual(new Set(["ordered"]));
    await expectWhole(team, 150);
  });

  test("share transactions", async () => {
    const team = await createTeam();
    await orderAtOnce(
      team,
      Array.from({ length: 60 }, () => ({})),
    );
    const [row] = await querySql<{ transactions: number }>`
      SELECT count(DISTINCT xmin::text)::int AS transactions FROM "Task" WHERE "teamId" = ${team.teamId}`;
    expect(row?.transactions).toBeLessThan(20);
  });

  test("are granted exactly as far as the budget goes", async () => {
    const team = await createTeam();
    const { teamId } = team;
    await setBudgetCap({ teamId, scope: "team", subjectId: teamId, capUnits: "41.4" });
    const answers = answersOf(
      await orderAtOnce(
        team,
        Array.from({ length: 60 }, () => ({})),
      ),
    );
    expect(answers.filter((it) => it === "ordered")).toHaveLength(23);
    expect(answers.filter((it) => it === "budget_exceeded")).toHaveLength(37);
    await expectWhole(team, 23);
  });

  test("are not refused for one among them whose external id is taken", async () => {
    const team = await createTeam();
    await orderTasks({ caller: team.caller, request: REQUEST, externalTaskId: "taken" });
    const orders = Array.from({ length: 40 }, (_, index) => ({
      externalTaskId: index === 17 ? "taken" : `own-${index}`,
    }));
    const outcomes = await orderAtOnce(team, orders);
    const refused = outcomes.flatMap((it, index) =>
      it.status === "rejected" ? [{ index, reason: it.reason }] : [],
    );
    expect(refused).toMatchObject([
      { index: 17, reason: { code: "conflict", details: { externalTaskId: "taken" } } },
    ]);
    await expectWhole(team, 40);
  });

  test("are one where they all have the same external id", async () => {
    const team = await createTeam();
    const answers = answersOf(
      await orderAtOnce(
        team,
        Array.from({ length: 25 }, () => ({ externalTaskId: "mine" })),
      ),
    );
    expect(answers.toSorted()).toEqual([...Array(24).fill("conflict"), "ordered"]);
    await expectWhole(team, 1);
  });

  test("are served although a key among them has spent its budget", async () => {
    const team = await createTeam();
    const { teamId, caller } = team;
    const spent = await addKey(team);
    await setBudgetCap({ teamId, scope: "key", subjectId: spent.keyId, capUnits: "1" });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        orderTasks({ caller: index % 6 === 3 ? spent : caller, request: REQUEST }),
      ),
    );
    const expected = Array.from({ length: 30 }, (_, index) =>
      index % 6 === 3 ? "budget_exceeded" : "ordered",
    );
    expect(answersOf(outcomes)).toEqual(expected);
    expect(await systemDb.task.count({ where: { teamId, apiKeyId: spent.keyId } })).toBe(0);
  });

  test("that give a callback_url have it told, and the others nothing", async () => {
    const team = await createTeam();
    const url = "https://client.example.com/hook";
    await orderAtOnce(
      team,
      Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? { callbackUrl: url } : {})),
    );
    const told = await systemDb.callbackDelivery.findMany({ where: { teamId: team.teamId } });
    expect(told.map(({ status }) => status)).toEqual(Array(4).fill("submitted"));
    await expectWhole(team, 12);
  });

  test("can go beside those that carry an Idempotency-Key", async () => {
    const team = await createTeam();
    const { caller } = team;
    const repeat = { key: randomUUID(), bodySha256: "same" };
    const keyed = Array.from({ length: 8 }, () => createTasks({ caller, request: REQUEST, repeat }));
    const [plain, repeated] = await Promise.all([
      orderAtOnce(
        team,
        Array.from({ length: 20 }, () => ({})),
      ),
      Promise.allSettled(keyed),
    ]);
    expect(new Set(answersOf(plain))).toEqual(new Set(["ordered"]));
    for (const answer of answersOf(repeated)) expect(["ordered", "conflict"]).toContain(answer);
    await expectWhole(team, 21);
  });

  test.each(["create:before-commit@3", "create:after-commit@3"])(
    "are all there or not at all when the process dies at %s",
    async (crashAt) => {
      const team = await createTeam();
      const port = await freePort();
      const door = startTaskDoor({ DOOR_PORT: String(port), CRASH_AT: crashAt });
      const body = JSON.stringify({ caller: team.caller, request: REQUEST });
      const post = () => fetch(`http://127.0.0.1:${port}`, { method: "POST", body }).catch(() => null);
      const first = await until(post, { withinMs: 30_000, what: "the door opens" });
      const answers = await Promise.all(Array.from({ length: 80 }, post));
      expect(await door.ended).toEqual([null, "SIGKILL"]);
      const answered = [first, ...answers].filter((it) => it?.status === 201).length;
      const there = await systemDb.task.count({ where: { teamId: team.teamId } });
      expect(there).toBeGreaterThanOrEqual(answered);
      await expectWhole(team, there);
    },
  );
});

describe("statements that go out together", () => {
  const leaveTrace = (tx: SqlTransaction, key: string) =>
    tx.$executeRaw`INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest") VALUES (${key}, ${key}, 1, 0)`;
  const traceOf = (key: string) => systemDb.rateLimit.count({ where: { key } });

  test("are undone together, and each is told what went wrong", async () => {
    const key = newId("rateLimit");
    const outcomes: PromiseSettledResult<unknown>[] = [];
    const work = inPipeline(async (tx) => {
      outcomes.push(
        ...(await Promise.allSettled([
          leaveTrace(tx, key),
          tx.$queryRaw`SELECT 1 / 0`,
          leaveTrace(tx, `${key}2`),
        ])),
      );
    });
    await expect(work).rejects.toThrow("the transaction ended with ROLLBACK");
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(outcomes[2]).toMatchObject({ reason: { message: "division by zero" } });
    expect(await traceOf(key)).toBe(0);
  });

  test("leave nothing when what decides about them refuses, not even what is sent too late", async () => {
    const key = newId("rateLimit");
    let late: Promise<unknown> = Promise.resolve();
    const work = inPipeline(async (tx) => {
      await leaveTrace(tx, key);
      const refused = Promise.reject(new Error("refused"));
      late = refused
        .catch(() => new Promise((resolve) => setImmediate(resolve)))
        .then(() => leaveTrace(tx, `${key}2`));
      late.catch(() => undefined);
      await refused;
    });
    await expect(work).rejects.toThrow("refused");
    await expect(late).rejects.toThrow("a statement for a transaction that is over");
    expect([await traceOf(key), await traceOf(`${key}2`)]).toEqual([0, 0]);
  });
});

test("a rate is exact when its uses come at once, and each key has its own", async () => {
  const rule = { windowSeconds: 60, max: 10 };
  const keys = [randomUUID(), randomUUID()];
  const now = new Date();
  const verdicts = await Promise.all(
    Array.from({ length: 50 }, (_, index) => consumeRateLimit(keys[index % 2] ?? "", rule, now)),
  );
  for (const parity of [0, 1]) {
    const allowed = verdicts.filter((_, index) => index % 2 === parity).map((it) => it.allowed);
    expect(allowed).toEqual([...Array(10).fill(true), ...Array(15).fill(false)]);
  }
  const later = await consumeRateLimit(keys[0] ?? "", rule, new Date(now.getTime() + 60_000));
  expect(later).toEqual({ allowed: true });
});

async function addKey({ teamId, caller }: TestTeam) {
  const keyId = newId("apiKey");
  const secrets = { prefix: "k", keyHash: keyId, accessKey: keyId, secretKeySealed: "" };
  await systemDb.apiKey.create({
    data: { id: keyId, teamId, createdById: caller.userId, name: "k", scope: "create", ...secrets },
  });
  return { kind: "api_key", teamId, keyId, userId: caller.userId, scope: "create" } as const;
}
