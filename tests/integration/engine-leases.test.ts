import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { LeaseLost } from "#lib/tasks/hold-lease.ts";
import { leaseTask } from "#lib/tasks/lease-task.ts";
import { readLeased } from "#lib/tasks/leased-task.ts";
import { noteSubmitCall } from "#lib/tasks/note-submit-call.ts";
import { recordStep } from "#lib/tasks/record-step.ts";
import { sweepTasks } from "#lib/tasks/sweep-tasks.ts";
import { takePlace } from "#lib/tasks/take-place.ts";
import { checkInvariants } from "#tests/support/check-invariants.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker } from "#tests/support/worker-process.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "[fail:risk]" } as const;

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

async function order(maxParallel = 3, takes = 1, prompt: string = CLIP.prompt) {
  const team = await createTeam({ maxParallel });
  const tasks = await createTasks({ caller: team.caller, request: { ...CLIP, prompt }, takes });
  return { ...team, taskIds: tasks.map((task) => task.id).sort() };
}

async function leaseForSubmission(taskId: string) {
  return (await takePlace({ taskId, queue })) === "leased" ? readLeased(taskId) : null;
}

async function expireLease(taskId: string): Promise<void> {
  await systemDb.$executeRaw`UPDATE "Task" SET "leaseUntil" = now() - interval '1 second' WHERE "id" = ${taskId}`;
}

async function waitingJobs(taskId: string): Promise<number> {
  const [row] = await systemDb.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE data->>'taskId' = ${taskId} AND state = 'created'`;
  return row?.count ?? 0;
}

async function loseJobs(taskId: string): Promise<void> {
  await systemDb.$executeRaw`DELETE FROM pgboss.job WHERE data->>'taskId' = ${taskId}`;
}

describe("a lease", () => {
  test("is held by one worker at a time", async () => {
    const { taskIds } = await order();
    const attempts = Array.from({ length: 8 }, () => leaseForSubmission(taskIds[0] ?? ""));
    const leases = (await Promise.all(attempts)).filter((lease) => lease !== null);
    expect(leases).toHaveLength(1);
  });

  test("that ran out makes every write of its holder touch nothing", async () => {
    const { taskIds, teamId } = await order();
    const taskId = taskIds[0] ?? "";
    const zombie = await leaseForSubmission(taskId);
    await expireLease(taskId);
    const heir = await leaseForSubmission(taskId);
    if (zombie === null || heir === null) throw new Error("both must have had the lease");
    const accept = {
      trigger: "accept",
      fields: { upstreamTaskId: "x" },
      event: { type: "accepted" },
      queue,
    } as const;
    await expect(recordStep(zombie, accept)).rejects.toBeInstanceOf(LeaseLost);
    await expect(noteSubmitCall(zombie)).rejects.toBeInstanceOf(LeaseLost);
    const row = await systemDb.task.findUniqueOrThrow({ where: { id: taskId } });
    expect(row).toMatchObject({ status: "submitting", upstreamTaskId: null, submitCalls: 0 });
    await recordStep(heir, accept);
    const events = await systemDb.taskEvent.findMany({ where: { teamId }, orderBy: { seq: "asc" } });
    expect(events.map((event) => event.type)).toEqual(["created", "submitting", "accepted"]);
  });

  test("is not given for a task that moved on", async () => {
    const { taskIds, caller } = await order();
    await cancelTask({ caller, taskId: taskIds[0] ?? "" });
    expect(await leaseForSubmission(taskIds[0] ?? "")).toBeNull();
    expect(await leaseTask(taskIds[0] ?? "", ["submitted", "processing"])).toBeNull();
  });
});

describe("a connection's places", () => {
  test("are never given to more than there are, and a freed one wakes who waited longest", async () => {
    const { taskIds } = await order(2, 5);
    const leases = await Promise.all(taskIds.map((id) => leaseForSubmission(id)));
    const held = leases.filter((lease) => lease !== null);
    expect(held).toHaveLength(2);
    const waiting = taskIds.filter((id) => !held.some((lease) => lease.id === id));
    for (const id of waiting) await loseJobs(id);
    const [first] = held;
    if (first === undefined) throw new Error("nobody holds a place");
    await recordStep(first, { trigger: "refuse", chargedUnits: "0", queue });
    const oldest = await systemDb.task.findFirstOrThrow({
      where: { id: { in: waiting } },
      orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
    });
    expect(await Promise.all(waiting.map(waitingJobs))).toEqual(
      waiting.map((id) => (id === oldest.id ? 1 : 0)),
    );
  });
});

test("a step that ends waits for the rows that it wakes before it takes any money: whoever cancels one of them goes the same way", async () => {
  const { taskIds, teamId } = await order(1, 2);
  const [first = "", second = ""] = taskIds;
  const running = await leaseForSubmission(first);
  await leaseForSubmission(second); // finds no place, and sleeps
  if (running === null) throw new Error("it has its place");
  let ending: Promise<void> = Promise.resolve();
  await systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Task" WHERE "id" = ${second} FOR UPDATE`;
    ending = recordStep(running, { trigger: "refuse", chargedUnits: "0", queue });
    await until(isSomebodyBlocked, { withinMs: 5_000, everyMs: 20, what: "the step waits for the row" });
    await tx.$executeRaw`UPDATE "Budget" SET "updatedAt" = now() WHERE "teamId" = ${teamId}`;
  });
  await ending;
  const rows = await systemDb.task.findMany({ where: { teamId }, orderBy: { id: "asc" } });
  expect(rows.map(({ status }) => status)).toEqual(["failed", "queued"]);
  expect(rows[1]?.nextStepAt).not.toBeNull();
});

async function isSomebodyBlocked(): Promise<boolean> {
  const [row] = await systemDb.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
  return (row?.count ?? 0) > 0;
}

describe("the sweeper", () => {
  test("makes a job for a task that lost its own, and only one", async () => {
    const { taskIds } = await order();
    const taskId = taskIds[0] ?? "";
    await loseJobs(taskId);
    await sweepTasks(queue);
    expect(await waitingJobs(taskId)).toBe(0); // it is not late yet
    await systemDb.$executeRaw`UPDATE "Task" SET "nextStepAt" = now() - interval '6 seconds' WHERE "id" = ${taskId}`;
    await Promise.all([sweepTasks(queue), sweepTasks(queue), sweepTasks(queue)]);
    expect(await waitingJobs(taskId)).toBe(1);
  });

  test("carries on a task whose worker died holding the lease", async () => {
    const { taskIds } = await order();
    const taskId = taskIds[0] ?? "";
    await loseJobs(taskId);
    await leaseForSubmission(taskId);
    await sweepTasks(queue);
    expect(await waitingJobs(taskId)).toBe(0); // somebody has it
    await expireLease(taskId);
    await sweepTasks(queue);
    expect(await waitingJobs(taskId)).toBe(1);
  });

  test("is not kept from it by any number of tasks that a silent upstream keeps overdue", async () => {
    const [silent, team] = [await order(), await order()];
    const silentId = silent.taskIds[0] ?? "";
    await systemDb.$executeRaw`
      UPDATE "Task" SET "status" = 'processing', "nextStepAt" = now() - interval '1 hour' WHERE "id" = ${silentId}`;
    await systemDb.$executeRaw`
      INSERT INTO "Task" SELECT (jsonb_populate_record(task, jsonb_build_object(
        'id', task."id" || copy, 'upstreamExternalId', task."upstreamExternalId" || copy))).*
      FROM "Task" AS task, generate_series(1, 600) AS copy WHERE task."id" = ${silentId}`;
    const taskId = team.taskIds[0] ?? "";
    await loseJobs(taskId);
    await systemDb.$executeRaw`UPDATE "Task" SET "nextStepAt" = now() - interval '6 seconds' WHERE "id" = ${taskId}`;
    await sweepTasks(queue);
    expect(await waitingJobs(taskId)).toBe(1);
  });

  test("gives free places to waiting tasks when the limit was raised", async () => {
    const { taskIds, connectionId } = await order(1, 4);
    for (const id of taskIds) await leaseForSubmission(id);
    for (const id of taskIds) await loseJobs(id);
    await systemDb.connection.update({ where: { id: connectionId }, data: { maxParallel: 3 } });
    await sweepTasks(queue);
    const jobs = await Promise.all(taskIds.map(waitingJobs));
    expect(jobs.filter((count) => count === 1)).toHaveLength(2);
  });
});

test("a worker that was frozen past its leases does no harm when it wakes up", {
  timeout: 120_000,
}, async () => {
  const { teamId, taskIds } = await order(10, 6, "[fail:risk] [slow:1]");
  const zombie = startWorker();
  onTestFinished(() => void zombie.child.kill("SIGKILL"));
  const isSome = (status: string) =>
    systemDb.task.count({ where: { teamId, status } }).then((count) => count > 0);
  await until(() => isSome("processing"), { withinMs: 30_000, everyMs: 20, what: "work has begun" });
  zombie.child.kill("SIGSTOP");
  const heir = startWorker();
  onTestFinished(() => void heir.child.kill("SIGKILL"));
  const isOver = async () =>
    (await systemDb.task.count({ where: { teamId, status: "failed" } })) === taskIds.length;
  await until(isOver, { withinMs: 60_000, what: "the other worker finishes everything" });
  zombie.child.kill("SIGCONT");
  await zombie.kill("SIGTERM");
  await heir.kill("SIGTERM");
  const mediaDir = path.join(process.env.DATA_DIR ?? "", "media");
  await checkInvariants({ teamId, orders: taskIds.length, mediaDir });
});

test("a worker that is told to end hands back what takes long, at once, and another goes on with it", {
  timeout: 90_000,
}, async () => {
  const { teamId, taskIds } = await order(10, 3, "[fail:risk] [slow:4]");
  const leaving = startWorker();
  onTestFinished(() => void leaving.child.kill("SIGKILL"));
  const rendering = () =>
    systemDb.sandboxTask.count({ where: { state: "processing", leaseUntil: { not: null } } });
  await until(async () => (await rendering()) > 0, {
    withinMs: 30_000,
    everyMs: 20,
    what: "something is being made",
  });
  leaving.child.kill("SIGTERM");
  expect(await leaving.ended).toEqual([0, null]);
  expect(await rendering()).toBe(0);
  expect(await systemDb.task.count({ where: { teamId, leaseUntil: { not: null } } })).toBe(0);
  const heir = startWorker();
  onTestFinished(() => void heir.child.kill("SIGKILL"));
  const isOver = async () =>
    (await systemDb.task.count({ where: { teamId, status: "failed" } })) === taskIds.length;
  await until(isOver, { withinMs: 60_000, what: "the other worker finishes everything" });
  await heir.kill("SIGTERM");
});
