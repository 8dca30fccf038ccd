import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { BUSINESS_CODES } from "#lib/kling/codes.ts";
import { stopsConnection } from "#lib/kling/stops-connection.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { BREAKER_THRESHOLD } from "#lib/tasks/breaker.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { BLIND_LOOKS } from "#lib/tasks/next-step.ts";
import { pauseConnection, resumeConnection } from "#lib/tasks/pause-connection.ts";
import {
  accepted,
  LOST,
  openedTask,
  refused,
  type Script,
  scriptedProvider,
} from "#tests/support/scripted-provider.ts";
import { letTimePass, statusesOf, submitAll } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

async function stage(script: Script, { takes = 1, maxParallel = 3 } = {}) {
  const team = await createTeam({ maxParallel });
  const tasks = await createTasks({ caller: team.caller, request: CLIP, takes });
  const taskIds = tasks.map(({ id }) => id).sort();
  const provider = scriptedProvider(script);
  const step = () => submitAll(taskIds, { queue, provider });
  const [taskId = ""] = taskIds;
  const row = () => systemDb.task.findUniqueOrThrow({ where: { id: taskId }, include: { ledger: true } });
  const connection = () => systemDb.connection.findUniqueOrThrow({ where: { id: team.connectionId } });
  return { ...team, taskIds, taskId, provider, step, row, connection };
}

/** Time passes and the worker comes by, over and over. */
async function repeat(times: number, { teamId, step }: Awaited<ReturnType<typeof stage>>): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await letTimePass(teamId);
    await step();
  }
}

describe("a reply that was lost (F1)", () => {
  test("leads to the task that was opened, and to no second one", async () => {
    const it = await stage({
      onSubmit: () => LOST,
      onFind: (externalId) => openedTask(externalId),
    });
    await it.step();
    expect(await it.row()).toMatchObject({ status: "submitting", submitCalls: 1 });
    await repeat(1, it);
    expect(await it.row()).toMatchObject({
      status: "submitted",
      upstreamTaskId: `up-${it.taskId.toLowerCase()}-1`,
    });
    expect(it.provider.submits).toHaveLength(1);
  });

  test("of a task that cannot be found is not sent again before the first call is certainly over, then under the same id", async () => {
    const it = await stage({
      onSubmit: ({ calls, externalId }) => (calls === 1 ? LOST : accepted(externalId)),
    });
    await it.step();
    await repeat(3, it);
    expect(it.provider.submits).toHaveLength(1);
    expect(it.provider.finds.length).toBeGreaterThanOrEqual(3);
    await systemDb.$executeRaw`UPDATE "Task" SET "calledAt" = now() - interval '10 minutes' WHERE "id" = ${it.taskId}`;
    await repeat(1, it);
    expect(it.provider.submits.map(({ externalId }) => externalId)).toEqual([
      `${it.taskId.toLowerCase()}-1`,
      `${it.taskId.toLowerCase()}-1`,
    ]);
    expect((await it.row()).status).toBe("submitted");
  });

  test("is not sent again by a connection that was switched off meanwhile, and still looked for", async () => {
    const it = await stage({ onSubmit: () => LOST, onFind: () => null });
    await it.step();
    await systemDb.connection.update({ where: { id: it.connectionId }, data: { isEnabled: false } });
    await systemDb.$executeRaw`UPDATE "Task" SET "calledAt" = now() - interval '1 hour' WHERE "id" = ${it.taskId}`;
    await repeat(2, it);
    expect([it.provider.submits.length, it.provider.finds.length]).toEqual([1, 2]);
    expect((await it.row()).status).toBe("submitting");
  });

  test("is never sent again where nobody saw a duplicate refused (A?)", async () => {
    const it = await stage({ submissionClass: "A?", onSubmit: () => LOST });
    await it.step();
    await systemDb.$executeRaw`UPDATE "Task" SET "calledAt" = now() - interval '1 hour' WHERE "id" = ${it.taskId}`;
    await repeat(5, it);
    expect(it.provider.submits).toHaveLength(1);
    expect((await it.row()).status).toBe("submitting");
  });

  test.each(["B", "C"] as const)(
    "without an id of ours (%s) is left to a person, with its reservation",
    async (submissionClass) => {
      const it = await stage({ submissionClass, onSubmit: () => LOST });
      await it.step();
      await repeat(BLIND_LOOKS, it);
      const row = await it.row();
      expect(row).toMatchObject({ status: "unknown", failure: { code: "outcome_unknown" } });
      expect(row.ledger.map(({ kind }) => kind)).toEqual(["reserve"]);
      await repeat(3, it);
      expect(it.provider.submits).toHaveLength(1);
    },
  );
});

describe("a refusal (F3)", () => {
  const final = [...BUSINESS_CODES.values()].filter(
    ({ code, retryable }) => code !== 0 && !retryable && !stopsConnection(code),
  );

  test.each(final)(
    "with $code ends the task at the first call, gives its reservation back once, and says why",
    async ({ code }) => {
      const it = await stage({ onSubmit: () => refused(code) });
      await it.step();
      await repeat(3, it);
      const row = await it.row();
      expect(row).toMatchObject({ status: "failed", failure: { code, message: `upstream says ${code}` } });
      expect(row.ledger.map(({ kind }) => kind).sort()).toEqual(["release", "reserve"]);
      expect(it.provider.submits).toHaveLength(1);
    },
  );

  const stopping = [...BUSINESS_CODES.values()].filter(({ code }) => stopsConnection(code));

  test.each(stopping)(
    "with $code pauses the connection and leaves what waits in its queue",
    async ({ code }) => {
      const it = await stage(
        { onSubmit: () => refused(code) },
        {
          takes: 5,
          maxParallel: 1,
        },
      );
      await it.step();
      await repeat(3, it);
      expect(await statusesOf(it.teamId)).toEqual(Array(5).fill("queued"));
      expect(it.provider.submits).toHaveLength(1);
      const { pausedAt, pauseReason } = await it.connection();
      expect(pausedAt).not.toBeNull();
      expect(pauseReason).toEqual({ by: "account", code, message: `upstream says ${code}` });
      const reserved = await systemDb.ledgerEntry.findMany({ where: { teamId: it.teamId } });
      expect(reserved.map(({ kind }) => kind)).toEqual(Array(5).fill("reserve"));
    },
  );

  test("that a broken upstream gives is repeated under the same id, after at least a second", async () => {
    const it = await stage({
      onSubmit: ({ calls, externalId }) => (calls < 3 ? refused(5001, true) : accepted(externalId)),
    });
    await it.step();
    const [due] = await systemDb.$queryRaw<{ inMs: number }[]>`
      SELECT extract(epoch FROM "nextStepAt" - "updatedAt")::float8 * 1000 AS "inMs" FROM "Task" WHERE "id" = ${it.taskId}`;
    expect(due?.inMs).toBeGreaterThanOrEqual(990);
    await repeat(2, it);
    expect(await it.row()).toMatchObject({ status: "submitted", submitCalls: 1 });
    expect(new Set(it.provider.submits.map(({ externalId }) => externalId)).size).toBe(1);
  });
});

describe("a paused connection", () => {
  test("submits nothing until it is resumed, and then goes on by itself", async () => {
    const it = await stage({}, { takes: 2 });
    await pauseConnection(it);
    await it.step();
    await repeat(2, it);
    expect(it.provider.submits).toEqual([]);
    expect(await statusesOf(it.teamId)).toEqual(["queued", "queued"]);
    await resumeConnection(it);
    expect(await systemDb.task.count({ where: { teamId: it.teamId, nextStepAt: { not: null } } })).toBe(2);
    await it.step();
    expect(await statusesOf(it.teamId)).toEqual(["submitted", "submitted"]);
  });

  test("still settles a doubt by looking, but sends nothing again", async () => {
    const it = await stage({
      quietMs: 0,
      onSubmit: ({ calls, externalId }) => (calls === 1 ? LOST : accepted(externalId)),
    });
    await it.step();
    await pauseConnection(it);
    await repeat(2, it);
    expect(it.provider.finds.length).toBeGreaterThanOrEqual(2);
    expect(it.provider.submits).toHaveLength(1);
    await resumeConnection(it);
    await repeat(1, it);
    expect((await it.row()).status).toBe("submitted");
  });

  test("of another team does not exist", async () => {
    const [it, stranger] = [await stage({}), await createTeam()];
    const foreign = { teamId: stranger.teamId, connectionId: it.connectionId };
    await expect(pauseConnection(foreign)).rejects.toMatchObject({ code: "not_found" });
    await expect(resumeConnection(foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an account that has no place left (F2)", () => {
  test.each([1302, 1303])(
    "%i: no more are in flight than it took, and one probe; nothing is lost",
    async (code) => {
      const allowed = 2;
      let mostRunning = 0;
      let refusals = 0;
      const it = await stage(
        {
          onSubmit({ externalId, running }) {
            mostRunning = Math.max(mostRunning, running + 1);
            if (running < allowed) return accepted(externalId);
            refusals += 1;
            return refused(code, true);
          },
        },
        { takes: 10, maxParallel: 8 },
      );
      // Whoever comes first finds out; from then on the limit is known.
      for (const taskId of it.taskIds) await submitAll([taskId], { queue, provider: it.provider });
      expect(refusals).toBe(1);
      expect(it.provider.opened.size).toBe(allowed);
      await it.step();
      expect(refusals).toBe(1);
      await repeat(4, it); // each time one probe
      expect(refusals).toBe(5);
      expect(mostRunning).toBe(allowed + 1);
      for (let round = 0; round < 8; round += 1) {
        await finishOne(it);
        await it.step();
        await letTimePass(it.teamId);
      }
      expect(mostRunning).toBe(allowed + 1);
      expect((await statusesOf(it.teamId)).filter((status) => status === "failed")).toEqual([]);
      expect(
        it.provider.opened.size +
          (await systemDb.task.count({ where: { teamId: it.teamId, status: "queued" } })),
      ).toBeGreaterThanOrEqual(2);
    },
  );

  test("a probe that is accepted raises what is allowed, one by one", async () => {
    let allowed = 1;
    let calling = 0;
    const it = await stage(
      {
        async onSubmit({ externalId, running }) {
          calling += 1;
          if (allowed > 1) expect(calling).toBe(1);
          await nextTurn();
          calling -= 1;
          return running < allowed ? accepted(externalId) : refused(1303, true);
        },
      },
      { takes: 6, maxParallel: 6 },
    );
    for (const taskId of it.taskIds) await submitAll([taskId], { queue, provider: it.provider });
    expect(it.provider.opened.size).toBe(1);
    allowed = 6;
    await repeat(5, it);
    expect(it.provider.opened.size).toBe(6);
  });

  async function finishOne(it: Awaited<ReturnType<typeof stage>>): Promise<void> {
    const running = await systemDb.task.findFirst({ where: { teamId: it.teamId, status: "submitted" } });
    if (running === null) return;
    await systemDb.task.update({ where: { id: running.id }, data: { status: "archiving" } });
    it.provider.opened.delete(running.upstreamExternalId);
  }
});

describe("a breaker", () => {
  test("keeps calls from an upstream that is silent, lets exactly one probe through, and closes when that is answered", async () => {
    let isBack = false;
    const it = await stage(
      { onSubmit: ({ externalId }) => (isBack ? accepted(externalId) : refused(5000, true)) },
      { takes: 8, maxParallel: 8 },
    );
    for (const taskId of it.taskIds.slice(0, BREAKER_THRESHOLD))
      await submitAll([taskId], { queue, provider: it.provider });
    expect(it.provider.submits).toHaveLength(BREAKER_THRESHOLD);
    const { breakerFailures, breakerOpenUntil } = await it.connection();
    expect(breakerFailures).toBe(BREAKER_THRESHOLD);
    expect(breakerOpenUntil).not.toBeNull();
    // However slow this machine is, the rest is not over yet.
    await systemDb.connection.update({
      where: { id: it.connectionId },
      data: { breakerOpenUntil: new Date(Date.now() + 3_600_000) },
    });
    await it.step();
    expect(it.provider.submits).toHaveLength(BREAKER_THRESHOLD);
    await repeat(1, it); // eight workers at once, one call
    expect(it.provider.submits).toHaveLength(BREAKER_THRESHOLD + 1);
    isBack = true;
    await repeat(1, it); // the probe is answered, and whoever comes after it goes through
    expect(it.provider.opened.size).toBeGreaterThanOrEqual(1);
    expect(await it.connection()).toMatchObject({ breakerFailures: 0, breakerOpenUntil: null });
    await repeat(1, it);
    expect(await statusesOf(it.teamId)).toEqual(Array(8).fill("submitted"));
  });

  test("is not opened by refusals, which are answers", async () => {
    const it = await stage({ onSubmit: () => refused(1301) }, { takes: 8, maxParallel: 8 });
    await it.step();
    expect(await it.connection()).toMatchObject({ breakerFailures: 0, breakerOpenUntil: null });
  });
});
