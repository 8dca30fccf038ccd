import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { BREAKER_THRESHOLD } from "#lib/tasks/breaker.ts";
import { hintTask } from "#lib/tasks/hint-task.ts";
import { LeaseLost } from "#lib/tasks/hold-lease.ts";
import { connectionsToLookAt, leaseLooks } from "#lib/tasks/lease-looks.ts";
import { putOffLooks } from "#lib/tasks/put-off-looks.ts";
import { recordStep } from "#lib/tasks/record-step.ts";
import { sweepTasks } from "#lib/tasks/sweep-tasks.ts";
import { trackTasks } from "#lib/worker/tracking/track-tasks.ts";
import {
  made,
  processing,
  type RunningUpstream,
  runningUpstream,
  startRunning,
} from "#tests/support/running-upstream.ts";
import { depsOf, letTimePass, lookOnce, statusesOf } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

async function stage(upstream: RunningUpstream, count: number) {
  const team = await createTeam();
  const running = await startRunning(team, upstream, count);
  const upstreamIds = running.map(({ upstreamId }) => upstreamId);
  const deps = depsOf(queue, () => upstream);
  const look = () => lookOnce(team.connectionId, deps);
  const rows = () => systemDb.task.findMany({ where: { teamId: team.teamId }, orderBy: { id: "asc" } });
  const events = () => systemDb.taskEvent.count({ where: { teamId: team.teamId } });
  const runOutLeases = () =>
    systemDb.$executeRaw`UPDATE "Task" SET "leaseUntil" = now() - interval '1 second' WHERE "teamId" = ${team.teamId}`;
  return { ...team, running, upstreamIds, deps, look, rows, events, runOutLeases };
}

describe("a look", () => {
  test("asks once for all due tasks where upstream can list", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { upstreamIds, look } = await stage(upstream, 6);
    await look();
    expect(upstream.lists.map((ids) => ids.toSorted())).toEqual([upstreamIds]);
    expect(upstream.alone).toEqual([]);
  });

  test("asks alone for what the list left out, and for nothing else", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { upstreamIds, look, teamId } = await stage(upstream, 4);
    const [first = "", second = ""] = upstreamIds;
    const gappy = runningUpstream({ isListing: true, unlisted: [first, second] });
    for (const id of upstreamIds) gappy.states.set(id, made(id));
    await lookRoundOf(teamId, gappy);
    expect(gappy.alone.toSorted()).toEqual([first, second]);
    expect(await statusesOf(teamId)).toEqual(Array(4).fill("archiving"));
    await look();
    expect(upstream.lists).toEqual([]); // none of them is due for a look any more
  });

  test("asks a few at a time where upstream cannot list", async () => {
    let [now, most] = [0, 0];
    const upstream = runningUpstream({
      async during() {
        now += 1;
        most = Math.max(most, now);
        await systemDb.$queryRaw`SELECT 1`;
        now -= 1;
      },
    });
    const { upstreamIds, look } = await stage(upstream, 20);
    await look();
    expect(upstream.alone.toSorted()).toEqual(upstreamIds);
    expect(most).toBe(4);
  });

  test("that finds nothing new leaves no trace but the time of the next one", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { look, rows, events } = await stage(upstream, 3);
    const [before, eventsBefore] = [await rows(), await events()];
    await look();
    expect(await events()).toBe(eventsBefore);
    const after = await rows();
    for (const row of after) expect(row.nextStepAt?.getTime()).toBeGreaterThan(Date.now());
    const traces = after.map((row, index) => ({
      ...row,
      fence: row.fence - 1,
      nextStepAt: before[index]?.nextStepAt,
    }));
    expect(traces).toEqual(before);
  });

  test("tells of a start, of progress that is worth it, and of the end; each once", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { teamId, upstreamIds, look } = await stage(upstream, 1);
    const [id = ""] = upstreamIds;
    for (const answer of [
      processing(id),
      processing(id, 0.02),
      processing(id, 0.5),
      processing(id, 0.4),
      made(id),
    ]) {
      upstream.states.set(id, answer);
      await letTimePass(teamId);
      await look();
    }
    const events = await systemDb.taskEvent.findMany({ where: { teamId }, orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["created", "started", "progress", "finished"]);
    const [row] = await systemDb.task.findMany({ where: { teamId }, include: { outputs: true } });
    expect(row).toMatchObject({ status: "archiving", progress: 1, leaseUntil: null });
    expect(row?.chargedUnits?.toNumber()).toBe(2);
    expect(row?.outputs.map((output) => output.upstreamId)).toEqual([`${id}-clip`]);
  });

  test("whose answer cannot be written down costs the other tasks nothing", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { teamId, upstreamIds, look, rows } = await stage(upstream, 3);
    for (const id of upstreamIds) upstream.states.set(id, made(id));
    const [odd = ""] = upstreamIds;
    upstream.states.set(odd, { ...made(odd), chargedUnits: 1e15 });
    await look();
    expect(await statusesOf(teamId)).toEqual(["submitted", "archiving", "archiving"]);
    const [row] = await rows();
    expect(row).toMatchObject({ stepFailures: 1, leaseUntil: null });
  });
});

describe("an upstream that does not answer", () => {
  test("is not asked for each task alone, and each is put off", async () => {
    const upstream = runningUpstream({ isListing: true, during: () => Promise.reject(new Error("reset")) });
    const { look, rows } = await stage(upstream, 5);
    await look();
    expect(upstream.alone).toEqual([]);
    for (const row of await rows()) {
      expect(row).toMatchObject({ status: "submitted", stepFailures: 1, leaseUntil: null });
      expect(row.nextStepAt?.getTime()).toBeGreaterThan(Date.now());
    }
  });

  test("is left in peace after a while, and asked with one call when its rest is over", async () => {
    let isDown = true;
    const upstream = runningUpstream({
      during: () => (isDown ? Promise.reject(new Error("reset")) : Promise.resolve()),
    });
    const { teamId, connectionId, look } = await stage(upstream, 6);
    for (let round = 0; round < BREAKER_THRESHOLD; round += 1) {
      await letTimePass(teamId);
      await look();
    }
    await systemDb.$executeRaw`UPDATE "Task" SET "nextStepAt" = now() WHERE "teamId" = ${teamId}`;
    expect(await connectionsToLookAt()).not.toContain(connectionId);
    const asked = upstream.alone.length;
    await look();
    expect(upstream.alone).toHaveLength(asked);
    isDown = false;
    await letTimePass(teamId);
    await look();
    expect(upstream.alone).toHaveLength(asked + 1);
    await look();
    expect(upstream.alone).toHaveLength(asked + 6);
  });

  test("holds up no other connection", async () => {
    const hanging = runningUpstream({ during: (_, signal) => once(signal, "abort").then(() => undefined) });
    const quick = runningUpstream({ isListing: true });
    const stuck = await stage(hanging, 40);
    const good = await stage(quick, 3);
    const stopping = new AbortController();
    const tracking = trackTasks({
      ...depsOf(queue, ({ id }) => (id === stuck.connectionId ? hanging : quick)),
      stopping: stopping.signal,
    });
    onTestFinished(() => stopping.abort());
    await until(async () => hanging.alone.length > 0, { withinMs: 20_000, what: "the bad one is asked" });
    for (const id of good.upstreamIds) quick.states.set(id, made(id));
    const isOver = async () => (await statusesOf(good.teamId)).every((status) => status === "archiving");
    await until(isOver, { withinMs: 20_000, what: "the good one's tasks are over" });
    stopping.abort();
    await tracking;
    // Given back as they were: nobody failed here.
    for (const row of await stuck.rows()) {
      expect(row).toMatchObject({ status: "submitted", stepFailures: 0, leaseUntil: null });
    }
  });
});

describe("several trackers", () => {
  test.each([
    ["where upstream can list", true],
    ["where it cannot", false],
  ])("look at each task once, however many come at once (%s)", async (_, isListing) => {
    const upstream = runningUpstream({ isListing });
    const { upstreamIds, look, teamId } = await stage(upstream, 50);
    for (const id of upstreamIds) upstream.states.set(id, made(id));
    // Where each is asked for alone, a round has fewer than there are.
    for (let round = 0; round < 3; round += 1) await Promise.all(Array.from({ length: 8 }, look));
    expect([...upstream.lists.flat(), ...upstream.alone].toSorted()).toEqual(upstreamIds);
    const finished = await systemDb.taskEvent.count({ where: { teamId, type: "finished" } });
    expect(finished).toBe(50);
  });

  test("go on with the tasks of one that was killed, whose late writes touch nothing", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { connectionId, look, rows, runOutLeases } = await stage(upstream, 3);
    const killed = await leaseLooks([{ connectionId, limit: 10, aheadMs: 0 }]);
    expect(killed).toHaveLength(3);
    await look();
    expect(upstream.lists).toEqual([]); // somebody has them
    await runOutLeases();
    expect(await connectionsToLookAt()).toContain(connectionId);
    await look();
    expect(upstream.lists.flat()).toHaveLength(3);
    const before = await rows();
    await putOffLooks(killed.map((task) => ({ task, delayMs: 60_000, failures: 9 })));
    const [zombie] = killed;
    if (zombie === undefined) throw new Error("nothing was leased");
    await expect(recordStep(zombie, { trigger: "finish", queue })).rejects.toBeInstanceOf(LeaseLost);
    expect(await rows()).toEqual(before);
  });
});

describe("a hint", () => {
  test("makes a look due at once", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { connectionId, running, look } = await stage(upstream, 2);
    await look();
    expect(await connectionsToLookAt()).not.toContain(connectionId);
    await hintTask({ taskId: running[1]?.id ?? "", paidTry: 1 });
    await look();
    expect(upstream.alone).toEqual([running[1]?.upstreamId]); // one needs no list
  });

  test.each([
    ["found nothing new", (id: string) => ({ ...processing(id), state: "submitted" }) as const],
    ["found an older change", (id: string) => processing(id)],
  ])("that comes during a look which %s is not lost", async (_, answer) => {
    const hints: string[] = [];
    const upstream = runningUpstream({
      during: async () => {
        for (const taskId of hints) await hintTask({ taskId, paidTry: 1 });
      },
    });
    const { connectionId, running, upstreamIds, look } = await stage(upstream, 1);
    const [id = ""] = upstreamIds;
    hints.push(running[0]?.id ?? "");
    upstream.states.set(id, answer(id));
    await look();
    expect(await connectionsToLookAt()).toContain(connectionId);
  });

  test("of another paid try, or for a task that does not run, changes nothing", async () => {
    const upstream = runningUpstream({ isListing: true });
    const { running, look, rows, teamId, upstreamIds } = await stage(upstream, 1);
    const [taskId = ""] = running.map(({ id }) => id);
    await look();
    const before = await rows();
    await hintTask({ taskId, paidTry: 2 });
    expect(await rows()).toEqual(before);
    const [id = ""] = upstreamIds;
    upstream.states.set(id, made(id));
    await letTimePass(teamId);
    await look();
    const over = await rows();
    await hintTask({ taskId, paidTry: 1 });
    expect(await rows()).toEqual(over);
  });
});

test("a running task that has no due time gets one from the sweeper", async () => {
  const { connectionId, teamId } = await stage(runningUpstream(), 1);
  await systemDb.$executeRaw`UPDATE "Task" SET "nextStepAt" = NULL WHERE "teamId" = ${teamId}`;
  expect(await connectionsToLookAt()).not.toContain(connectionId);
  await sweepTasks(queue);
  expect(await connectionsToLookAt()).toContain(connectionId);
});

async function lookRoundOf(teamId: string, upstream: RunningUpstream): Promise<void> {
  const { id } = await systemDb.connection.findFirstOrThrow({ where: { teamId } });
  await lookOnce(
    id,
    depsOf(queue, () => upstream),
  );
}
