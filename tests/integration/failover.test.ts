import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setBudgetCap } from "#lib/billing/set-budget-cap.ts";
import { systemDb } from "#lib/db/client.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { decideTask } from "#lib/tasks/decide-task.ts";
import { pauseConnection } from "#lib/tasks/pause-connection.ts";
import { sweepTasks } from "#lib/tasks/sweep-tasks.ts";
import { submitTask } from "#lib/worker/submit-task.ts";
import { accepted, LOST, refused, type Script, scriptedProvider } from "#tests/support/scripted-provider.ts";
import { depsOf, letTimePass } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

/** 1.8 units by the public book. */
const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;

/** What the second connection asks for the same clip: 2.1 units. */
const DEARER = { "clip/kling-v3/std/off": 0.7 };

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

type Stage = {
  readonly first: Script;
  readonly second?: Script;
  readonly extraUnits?: number;
  readonly priceBook?: Readonly<Record<string, number>>;
  readonly request?: TaskRequest;
};

async function stage({ first, second = {}, extraUnits = 0, priceBook, request = CLIP }: Stage) {
  const team = await createTeam();
  const { teamId, connectionId: firstId } = team;
  const secondId = newId("connection");
  await systemDb.connection.update({
    where: { id: firstId },
    data: { provider: "native", preset: "official_global" },
  });
  await systemDb.connection.create({
    data: {
      id: secondId,
      teamId,
      name: "Second",
      provider: "native",
      preset: "official_china",
      maxParallel: 3,
      ...(priceBook && { priceBook }),
    },
  });
  await systemDb.teamPolicy.create({ data: { teamId, mayFailOver: true, failOverExtraUnits: extraUnits } });
  const [task] = await createTasks({ caller: team.caller, request });
  const taskId = task?.id ?? "";
  const providers = { first: scriptedProvider(first), second: scriptedProvider(second) };
  const deps = depsOf(queue, ({ id }) => (id === firstId ? providers.first : providers.second));
  const step = () => submitTask(taskId, deps);
  const steps = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await letTimePass(teamId);
      await step();
    }
  };
  const row = () =>
    systemDb.task.findUniqueOrThrow({ where: { id: taskId }, include: { ledger: true, events: true } });
  return { ...team, firstId, secondId, taskId, providers, step, steps, row };
}

async function expectMoneyToAddUp(teamId: string): Promise<number> {
  const { _sum } = await systemDb.ledgerEntry.aggregate({ where: { teamId }, _sum: { units: true } });
  const budget = await systemDb.budget.findFirstOrThrow({ where: { teamId, scope: "team" } });
  expect(budget.usedUnits.toNumber()).toBeCloseTo(Number(_sum.units), 4);
  return budget.usedUnits.toNumber();
}

describe("failover", () => {
  test("takes a task whose account refuses to the team's other connection, with its difference and its history", async () => {
    const it = await stage({ first: { onSubmit: () => refused(1102) }, extraUnits: 0.5, priceBook: DEARER });
    await it.steps(3);
    const row = await it.row();
    expect(row).toMatchObject({
      status: "submitted",
      connectionId: it.secondId,
      failedOverFromId: it.firstId,
    });
    expect(row.priceUnits?.toNumber()).toBe(2.1);
    expect([it.providers.first.submits.length, it.providers.second.submits.length]).toEqual([1, 1]);
    expect(row.ledger.map(({ kind, units }) => [kind, units.toNumber()]).sort()).toEqual([
      ["adjust", 0.3],
      ["reserve", 1.8],
    ]);
    expect(row.events.find(({ type }) => type === "failed_over")?.data).toEqual({
      fromId: it.firstId,
      toId: it.secondId,
      to: "Second",
      extraUnits: 0.3,
    });
    expect(await expectMoneyToAddUp(it.teamId)).toBe(2.1);
  });

  test("never takes one that may have been accepted, whatever happens to its connection afterwards", async () => {
    const it = await stage({ first: { submissionClass: "A?", onSubmit: () => LOST } });
    await it.step();
    await systemDb.connection.update({
      where: { id: it.firstId },
      data: { pausedAt: new Date(), pauseReason: { by: "account", code: 1102, message: "" } },
    });
    await it.steps(4);
    await sweepTasks(queue);
    expect(await it.row()).toMatchObject({
      status: "submitting",
      connectionId: it.firstId,
      failedOverFromId: null,
    });
    expect(it.providers.second.submits).toEqual([]);
  });

  test.each<[string, Partial<Stage>, ((it: Awaited<ReturnType<typeof stage>>) => Promise<unknown>)?]>([
    ["it would cost more than the team's limit", { extraUnits: 0.2999, priceBook: DEARER }],
    [
      "the team does not want it",
      {},
      ({ teamId }) => systemDb.teamPolicy.update({ where: { teamId }, data: { mayFailOver: false } }),
    ],
    [
      "the budget has no room for the difference",
      { extraUnits: 1, priceBook: DEARER },
      ({ teamId }) => setBudgetCap({ teamId, scope: "team", subjectId: teamId, capUnits: "2" }),
    ],
    [
      "the other is paused too",
      {},
      ({ teamId, secondId }) => pauseConnection({ teamId, connectionId: secondId }),
    ],
    [
      "the other's dialect has no words for it",
      { request: { kind: "omni-image", model_name: "kling-v3-omni", prompt: "a fox" } },
      ({ secondId }) =>
        systemDb.connection.update({
          where: { id: secondId },
          data: { provider: "generations", preset: "generations" },
        }),
    ],
  ])("leaves the task where it is when %s", async (_, changes, prepare) => {
    const it = await stage({ first: { onSubmit: () => refused(1102) }, ...changes });
    await prepare?.(it);
    await it.steps(3);
    await sweepTasks(queue);
    expect(await it.row()).toMatchObject({
      status: "queued",
      connectionId: it.firstId,
      failedOverFromId: null,
    });
    expect(it.providers.second.submits).toEqual([]);
    await expectMoneyToAddUp(it.teamId);
  });

  test("leaves what a person's pause keeps waiting", async () => {
    const it = await stage({ first: {} });
    await pauseConnection({ teamId: it.teamId, connectionId: it.firstId });
    await it.steps(2);
    await sweepTasks(queue);
    expect(await it.row()).toMatchObject({ status: "queued", connectionId: it.firstId });
  });

  test("takes what an account may not use to one that may, and says what upstream said", async () => {
    const it = await stage({ first: { onSubmit: () => refused(1103) }, extraUnits: 0.5, priceBook: DEARER });
    await it.step();
    const moved = await it.row();
    expect(moved).toMatchObject({
      status: "queued",
      connectionId: it.secondId,
      submitCalls: 0,
      leaseUntil: null,
    });
    expect(moved.events.find(({ type }) => type === "failed_over")?.data).toMatchObject({ code: 1103 });
    await it.step();
    expect((await it.row()).status).toBe("submitted");
    expect([it.providers.first.submits.length, it.providers.second.submits.length]).toEqual([1, 1]);
    expect(await expectMoneyToAddUp(it.teamId)).toBe(2.1);
  });

  test("leaves such a refusal final where the budget does not cover the other price", async () => {
    const it = await stage({ first: { onSubmit: () => refused(1103) }, extraUnits: 0.5, priceBook: DEARER });
    await setBudgetCap({ teamId: it.teamId, scope: "team", subjectId: it.teamId, capUnits: "2" });
    await it.step();
    expect(await it.row()).toMatchObject({
      status: "failed",
      connectionId: it.firstId,
      failure: { code: 1103 },
    });
    expect(await expectMoneyToAddUp(it.teamId)).toBe(0);
  });

  test("leaves a refusal of the request itself final: no other account would take it", async () => {
    const it = await stage({ first: { onSubmit: () => refused(1301) } });
    await it.step();
    expect(await it.row()).toMatchObject({
      status: "failed",
      connectionId: it.firstId,
      failure: { code: 1301 },
    });
  });

  test("takes what waits on a connection that was switched off, and fails what has nowhere to go", async () => {
    const [it, alone] = [await stage({ first: {} }), await stage({ first: {} })];
    const off = { isEnabled: false };
    await systemDb.connection.update({ where: { id: it.firstId }, data: off });
    await systemDb.connection.updateMany({ where: { teamId: alone.teamId }, data: off });
    await it.steps(2);
    expect(await it.row()).toMatchObject({ status: "submitted", connectionId: it.secondId });
    expect(it.providers.first.submits).toEqual([]);
    await alone.steps(1);
    expect(await alone.row()).toMatchObject({
      status: "failed",
      failure: { code: "connection_unavailable" },
    });
  });

  test("moves a task once, and two that fail do not throw it to and fro", async () => {
    const it = await stage({
      first: { onSubmit: () => refused(1101) },
      second: { onSubmit: () => refused(1101) },
    });
    await it.steps(6);
    await sweepTasks(queue);
    expect(await it.row()).toMatchObject({ status: "queued", connectionId: it.secondId });
    expect([it.providers.first.submits.length, it.providers.second.submits.length]).toEqual([1, 1]);
  });

  test("reaches tasks that slept before their connection closed, by the sweeper", async () => {
    const it = await stage({ first: { onSubmit: ({ externalId }) => accepted(externalId) } });
    await systemDb.$executeRaw`UPDATE "Task" SET "nextStepAt" = NULL WHERE "id" = ${it.taskId}`;
    await systemDb.connection.update({
      where: { id: it.firstId },
      data: { breakerFailures: 9, breakerOpenUntil: new Date(Date.now() + 60_000) },
    });
    await sweepTasks(queue);
    expect(await it.row()).toMatchObject({ connectionId: it.secondId, failedOverFromId: it.firstId });
    await it.step();
    expect((await it.row()).status).toBe("submitted");
  });

  test("of a task that ends unpaid gives back all of what was reserved for it", async () => {
    const it = await stage({
      first: { onSubmit: () => refused(1102) },
      second: { submissionClass: "C", onSubmit: () => LOST },
      extraUnits: 1,
      priceBook: DEARER,
    });
    await it.steps(3);
    expect((await it.row()).status).toBe("unknown");
    await decideTask({
      caller: it.caller,
      taskId: it.taskId,
      decision: { decision: "mark_failed", wasCharged: false },
    });
    expect(await expectMoneyToAddUp(it.teamId)).toBe(0);
  });
});
