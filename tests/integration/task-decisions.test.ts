import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "#lib/contract/task-decisions.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { adoptTask } from "#lib/tasks/adopt-task.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { decideTask } from "#lib/tasks/decide-task.ts";
import { BLIND_LOOKS } from "#lib/tasks/next-step.ts";
import { retryTask } from "#lib/tasks/retry-task.ts";
import {
  accepted,
  LOST,
  openedTask,
  type Script,
  scriptedProvider,
} from "#tests/support/scripted-provider.ts";
import { letTimePass, submitAll } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

/** 1.8 units. */
const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

async function upstreamTeam() {
  const team = await createTeam();
  await systemDb.connection.update({ where: { id: team.connectionId }, data: { provider: "native" } });
  return team;
}

/** A task whose only call was never answered, on an upstream that knows no ids of ours. */
async function unknownTask(script: Script = {}) {
  const team = await createTeam();
  const [task] = await createTasks({ caller: team.caller, request: CLIP });
  await systemDb.connection.update({ where: { id: team.connectionId }, data: { provider: "native" } });
  const taskId = task?.id ?? "";
  const provider = scriptedProvider({ submissionClass: "B", onSubmit: () => LOST, ...script });
  const step = () => submitAll([taskId], { queue, provider });
  for (let look = 0; look <= BLIND_LOOKS; look += 1) {
    await letTimePass(team.teamId);
    await step();
  }
  const row = () => systemDb.task.findUniqueOrThrow({ where: { id: taskId } });
  expect((await row()).status).toBe("unknown");
  const decide = (decision: Decision, caller = team.caller) => decideTask({ caller, taskId, decision });
  return { ...team, taskId, provider, step, row, decide };
}

async function moneyOf(teamId: string) {
  const entries = await systemDb.ledgerEntry.findMany({ where: { teamId }, orderBy: { id: "asc" } });
  const budget = await systemDb.budget.findFirstOrThrow({ where: { teamId, scope: "team" } });
  const sum = entries.reduce((total, { units }) => total + units.toNumber(), 0);
  expect(budget.usedUnits.toNumber(), "the budget is the ledger").toBeCloseTo(sum, 4);
  return { kinds: entries.map(({ kind }) => kind), sum: Math.round(sum * 10_000) / 10_000 };
}

async function decisionsOf(taskId: string) {
  const events = await systemDb.taskEvent.findMany({
    where: { taskId, type: "decided" },
    orderBy: { seq: "asc" },
  });
  return events.map(({ data }) => data);
}

describe("a task of which nobody knows what became of it", () => {
  test("is looked for again when a person says so, found, and goes on without a second order", async () => {
    let isFound = false;
    const it = await unknownTask({ onFind: (externalId) => (isFound ? openedTask(externalId) : null) });
    isFound = true;
    expect(await it.decide({ decision: "check_again" })).toMatchObject({
      status: "submitting",
      failure: null,
    });
    await it.step();
    expect(await it.row()).toMatchObject({
      status: "submitted",
      upstreamTaskId: expect.stringContaining("up-"),
    });
    expect(it.provider.submits).toHaveLength(1);
    expect(await decisionsOf(it.taskId)).toEqual([{ decision: "check_again", by: it.caller.userId }]);
  });

  test("comes back to the person when it is still not found", async () => {
    const it = await unknownTask();
    await it.decide({ decision: "check_again" });
    for (let look = 0; look <= BLIND_LOOKS; look += 1) {
      await letTimePass(it.teamId);
      await it.step();
    }
    expect((await it.row()).status).toBe("unknown");
    expect(it.provider.submits).toHaveLength(1);
  });

  test("is tracked under the id that a person found upstream, unless another task has it", async () => {
    const it = await unknownTask();
    await it.decide({ decision: "check_again", upstreamTaskId: "808080" });
    expect(await it.row()).toMatchObject({ status: "submitted", upstreamTaskId: "808080" });
    const [other] = await createTasks({ caller: it.caller, request: CLIP });
    await systemDb.task.update({
      where: { id: other?.id ?? "" },
      data: { status: "unknown", submitCalls: 1 },
    });
    const again = { decision: "check_again", upstreamTaskId: "808080" } as const;
    await expect(
      decideTask({ caller: it.caller, taskId: other?.id ?? "", decision: again }),
    ).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "known", taskId: it.taskId },
    });
  });

  test.each([
    [true, ["reserve", "settle"], 1.8],
    [false, ["release", "reserve"], 0],
  ] as const)(
    "marked as failed with wasCharged=%s closes the reservation once and accordingly",
    async (wasCharged, kinds, sum) => {
      const it = await unknownTask();
      const decided = await it.decide({ decision: "mark_failed", wasCharged });
      expect(decided).toMatchObject({
        status: "failed",
        failure: { code: "marked_failed" },
        settledUnits: sum,
      });
      const money = await moneyOf(it.teamId);
      expect([...money.kinds].sort()).toEqual(kinds);
      expect(money.sum).toBe(sum);
      expect(await decisionsOf(it.taskId)).toEqual([
        { decision: "mark_failed", wasCharged, by: it.caller.userId },
      ]);
      await expect(it.decide({ decision: "mark_failed", wasCharged })).rejects.toMatchObject({
        code: "conflict",
      });
    },
  );

  test("submitted anyway is a new paid try under a new id, and the old one counts as charged", async () => {
    const it = await unknownTask({
      onSubmit: ({ externalId }) => (externalId.endsWith("-1") ? LOST : accepted(externalId)),
    });
    const repeat = { key: randomUUID(), bodySha256: "a" };
    const decision = { decision: "submit_anyway" } as const;
    const { caller, taskId } = it;
    const first = await decideTask({ caller, taskId, decision, repeat });
    expect(await decideTask({ caller, taskId, decision, repeat })).toEqual(first);
    await it.step();
    expect(it.provider.submits.map(({ externalId }) => externalId)).toEqual([
      `${taskId.toLowerCase()}-1`,
      `${taskId.toLowerCase()}-2`,
    ]);
    expect((await it.row()).status).toBe("submitted");
    expect(await moneyOf(it.teamId)).toEqual({ kinds: ["reserve", "settle", "reserve"], sum: 3.6 });
    expect(await decisionsOf(taskId)).toHaveLength(1);
  });

  test("is not ordered again by a plain retry, and there is nothing to decide about any other", async () => {
    const it = await unknownTask();
    await expect(retryTask({ caller: it.caller, taskId: it.taskId })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "undecided" },
    });
    const [waiting] = await createTasks({ caller: it.caller, request: CLIP });
    const decision = { decision: "submit_anyway" } as const;
    await expect(
      decideTask({ caller: it.caller, taskId: waiting?.id ?? "", decision }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    const stranger = await createTeam();
    await expect(it.decide(decision, stranger.caller)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a task made elsewhere", () => {
  const WANTED = { kind: "text2video", name: "from the console" } as const;

  test("is one row however often it is taken over, and reserves nothing", async () => {
    const { caller, teamId } = await upstreamTeam();
    const provider = scriptedProvider();
    provider.opened.set("theirs", openedTask("theirs"));
    const hands = { providerOf: () => provider, signal: new AbortController().signal };
    const adopt = () => adoptTask({ caller, ...WANTED, upstreamTaskId: "up-theirs" }, hands);
    const both = await Promise.allSettled([adopt(), adopt(), adopt()]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(adopt()).rejects.toMatchObject({ code: "conflict", details: { reason: "known" } });
    const rows = await systemDb.task.findMany({ where: { teamId }, include: { ledger: true } });
    expect(rows).toMatchObject([
      { status: "submitted", upstreamTaskId: "up-theirs", priceUnits: null, prompt: "from the console" },
    ]);
    expect(rows[0]?.ledger.map(({ kind, units }) => [kind, units.toNumber()])).toEqual([["reserve", 0]]);
    expect(rows[0]?.nextStepAt).not.toBeNull();
    expect(provider.submits).toEqual([]);
  });

  test("that is one of ours by its own id is refused as such", async () => {
    const team = await createTeam();
    const [task] = await createTasks({ caller: team.caller, request: CLIP });
    await systemDb.connection.update({ where: { id: team.connectionId }, data: { provider: "native" } });
    const provider = scriptedProvider();
    await submitAll([task?.id ?? ""], { queue, provider });
    const hands = { providerOf: () => provider, signal: new AbortController().signal };
    const externalTaskId = `${task?.id.toLowerCase()}-1`;
    await expect(adoptTask({ caller: team.caller, ...WANTED, externalTaskId }, hands)).rejects.toMatchObject({
      code: "conflict",
      details: { taskId: task?.id },
    });
  });

  test("is not taken over while the same might be being submitted", async () => {
    const { caller, connectionId } = await upstreamTeam();
    const [task] = await createTasks({ caller, request: CLIP });
    await systemDb.task.update({
      where: { id: task?.id ?? "" },
      data: { status: "submitting", connectionId },
    });
    const provider = scriptedProvider();
    provider.opened.set("theirs", openedTask("theirs"));
    const hands = { providerOf: () => provider, signal: new AbortController().signal };
    await expect(adoptTask({ caller, ...WANTED, upstreamTaskId: "up-theirs" }, hands)).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "in_flight" },
    });
  });

  test("that upstream does not know, or cannot be asked for, leaves nothing behind", async () => {
    const { caller, teamId } = await upstreamTeam();
    const { signal } = new AbortController();
    const unknown = { providerOf: () => scriptedProvider(), signal };
    await expect(adoptTask({ caller, ...WANTED, upstreamTaskId: "1" }, unknown)).rejects.toMatchObject({
      code: "not_found",
    });
    const silent = {
      providerOf: () => ({ ...scriptedProvider(), query: () => Promise.reject(new Error("reset")) }),
      signal,
    };
    await expect(adoptTask({ caller, ...WANTED, upstreamTaskId: "1" }, silent)).rejects.toMatchObject({
      code: "provider_unavailable",
      retryable: true,
    });
    await expect(
      adoptTask({ caller, kind: "custom-voices", upstreamTaskId: "1" }, unknown),
    ).rejects.toMatchObject({
      code: "unprocessable",
    });
    expect(await systemDb.task.count({ where: { teamId } })).toBe(0);
  });

  test("cannot be named in the sandbox, whose books are everybody's", async () => {
    const { caller } = await createTeam();
    const hands = { providerOf: () => scriptedProvider(), signal: new AbortController().signal };
    await expect(adoptTask({ caller, ...WANTED, upstreamTaskId: "1" }, hands)).rejects.toMatchObject({
      code: "unprocessable",
    });
  });
});

test("a task that upstream has accepted cannot be canceled, and the answer says so and what it costs", async () => {
  const { caller } = await createTeam();
  const [task] = await createTasks({ caller, request: CLIP });
  const taskId = task?.id ?? "";
  await submitAll([taskId], { queue, provider: scriptedProvider() });
  await expect(cancelTask({ caller, taskId })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "accepted", priceUnits: 1.8 },
  });
});
