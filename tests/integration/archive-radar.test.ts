import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { readArchiveRadar } from "#lib/tasks/archive-radar.ts";
import { raiseArchiveAlarms } from "#lib/tasks/raise-archive-alarms.ts";
import { makeArchivingTask } from "#tests/support/archiving-task.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const madeAt = new Date("2026-03-01T12:00:00Z");
const onDay = (days: number) => new Date(madeAt.getTime() + days * DAY_MS);

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

async function alarmsOf(taskId: string) {
  const events = await systemDb.taskEvent.findMany({
    where: { taskId, type: "archive_alarm" },
    orderBy: { seq: "asc" },
  });
  return events.map(({ data }) => data);
}

/** The same once more, so many times, with its files and what was told of it. */
async function copyTask(taskId: string, copies: number): Promise<void> {
  await systemDb.$executeRaw`
    INSERT INTO "Task" SELECT (jsonb_populate_record(it, jsonb_build_object(
      'id', it."id" || copy, 'upstreamExternalId', it."id" || copy))).*
    FROM "Task" AS it, generate_series(1, ${copies}) AS copy WHERE "id" = ${taskId}`;
  await systemDb.$executeRaw`
    INSERT INTO "TaskOutput" SELECT (jsonb_populate_record(it, jsonb_build_object(
      'id', it."id" || copy, 'taskId', ${taskId} || copy::text))).*
    FROM "TaskOutput" AS it, generate_series(1, ${copies}) AS copy WHERE "taskId" = ${taskId}`;
  await systemDb.$executeRaw`
    INSERT INTO "TaskEvent" SELECT (jsonb_populate_record(it, jsonb_build_object(
      'seq', it."seq" + 1000 * copy, 'taskId', ${taskId} || copy::text))).*
    FROM "TaskEvent" AS it, generate_series(1, ${copies}) AS copy WHERE "taskId" = ${taskId}`;
}

describe("alarms", () => {
  test("are raised at 7, 20 and 27 days, each once, however many workers look", async () => {
    const taskId = await makeArchivingTask(await createTeam(), { madeAt, dies: onDay(30) });
    for (const days of [1, 6.9, 7, 7.1, 15, 20, 26, 27, 29, 31]) {
      await Promise.all([1, 2, 3].map(() => raiseArchiveAlarms(queue, onDay(days))));
    }
    const dies = onDay(30).toISOString();
    expect(await alarmsOf(taskId)).toEqual([7, 20, 27].map((days) => ({ days, dies })));
  });

  test("that fell due while nobody was there are one alarm, the last", async () => {
    const taskId = await makeArchivingTask(await createTeam(), { madeAt, dies: onDay(30) });
    await raiseArchiveAlarms(queue, onDay(21));
    expect(await alarmsOf(taskId)).toMatchObject([{ days: 20 }]);
  });

  test("are raised however many others were told of before", async () => {
    const toldId = await makeArchivingTask(await createTeam(), { madeAt, dies: onDay(30) });
    await raiseArchiveAlarms(queue, onDay(21));
    await copyTask(toldId, 520);
    onTestFinished(
      async () => void (await systemDb.task.deleteMany({ where: { id: { startsWith: toldId } } })),
    );
    const taskId = await makeArchivingTask(await createTeam(), { madeAt, dies: onDay(30) });
    await raiseArchiveAlarms(queue, onDay(21));
    expect(await alarmsOf(taskId)).toMatchObject([{ days: 20 }]);
  });

  test("are not raised for files that are safe", async () => {
    const team = await createTeam();
    const taskId = await makeArchivingTask(team, { madeAt, dies: onDay(30) });
    await systemDb.task.update({ where: { id: taskId }, data: { status: "succeeded" } });
    await raiseArchiveAlarms(queue, onDay(28));
    expect(await alarmsOf(taskId)).toEqual([]);
  });
});

describe("the radar", () => {
  const now = onDay(21);

  test("shows what could not be fetched, what dies first in front, and only the team's own", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const [late, soon, unusable, dead, fresh] = [
      await makeArchivingTask(team, { madeAt, dies: null }),
      await makeArchivingTask(team, { madeAt, dies: onDay(22) }),
      await makeArchivingTask(team, { madeAt, dies: onDay(40) }),
      await makeArchivingTask(team, { madeAt, dies: onDay(20) }),
      await makeArchivingTask(team, { madeAt, dies: onDay(30) }),
    ];
    const nextStepAt = onDay(21.1);
    await systemDb.task.updateMany({
      where: { id: { in: [late, soon] } },
      data: { stepFailures: 3, nextStepAt },
    });
    await systemDb.task.updateMany({
      where: { id: { in: [unusable, dead] } },
      data: { status: "failed", failure: { code: "output_unusable", message: "", retryable: true } },
    });
    const { entries } = await readArchiveRadar({ caller: team.caller, now });
    expect(entries.map(({ taskId, state }) => [taskId, state])).toEqual([
      [soon, "waiting"],
      [unusable, "unusable"],
      [late, "waiting"],
    ]);
    expect(entries[0]).toMatchObject({
      files: 1,
      filesSafe: 0,
      dies: onDay(22).toISOString(),
      tries: 3,
      nextTryAt: nextStepAt.toISOString(),
      alarmDays: 27, // upstream keeps it 30 days, so it was made before we heard of it
    });
    expect(entries.map(({ taskId }) => taskId)).not.toContain(fresh);
    expect(await readArchiveRadar({ caller: stranger.caller, now })).toEqual({ entries: [] });
  });
});
