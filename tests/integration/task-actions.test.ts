import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { db, systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { oncePerKey } from "#lib/tasks/once-per-key.ts";
import { retryTask } from "#lib/tasks/retry-task.ts";
import { restoreTask, trashTask } from "#lib/tasks/trash-task.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";

const REQUEST = { kind: "text2video", model_name: "kling-v3", prompt: "a fox", duration: "3" } as const;

afterAll(closeProducerQueue);

async function orderOne({ caller }: TestTeam, prompt = "a fox") {
  const [task] = await createTasks({ caller, request: { ...REQUEST, prompt } });
  if (task === undefined) throw new Error("nothing was ordered");
  return task;
}

async function usedUnits({ teamId }: TestTeam): Promise<number> {
  const budget = await systemDb.budget.findFirst({ where: { teamId, scope: "team" } });
  return budget?.usedUnits.toNumber() ?? 0;
}

async function sumOfLedger({ teamId }: TestTeam): Promise<number> {
  const { _sum } = await systemDb.ledgerEntry.aggregate({ where: { teamId }, _sum: { units: true } });
  return _sum.units?.toNumber() ?? 0;
}

describe("ordering", () => {
  test("takes are ordered together, each with a job and a reservation of its own", async () => {
    const team = await createTeam();
    const tasks = await createTasks({ caller: team.caller, request: REQUEST, takes: 3 });
    expect(tasks.map((task) => task.queuePosition)).toEqual([2, 1, 0]);
    expect(new Set(tasks.map((task) => task.seq)).size).toBe(3);
    expect(await usedUnits(team)).toBeCloseTo(5.4);
    const jobs = await systemDb.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pgboss.job WHERE name = 'submit-task' AND data->>'taskId' = ANY(${tasks.map((task) => task.id)})`;
    expect(jobs[0]?.count).toBe(3);
  });

  test("what the model cannot do is refused with the reasons, and leaves nothing behind", async () => {
    const team = await createTeam();
    const request = { ...REQUEST, model_name: "kling-v2-5-turbo", duration: "7" } as const;
    await expect(createTasks({ caller: team.caller, request })).rejects.toMatchObject({
      code: "unprocessable",
      details: { violations: [{ code: "duration_unsupported" }] },
    });
    expect(await systemDb.task.count({ where: { teamId: team.teamId } })).toBe(0);
    expect(await usedUnits(team)).toBe(0);
  });

  test("another team's picture does not exist, and one that upstream refuses is explained", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const foreign = await uploadPicture(stranger.caller, { widthPx: 400, heightPx: 400 });
    const order = (image: string) =>
      createTasks({ caller: team.caller, request: { ...REQUEST, kind: "image2video", image } });
    await expect(order(foreign.id)).rejects.toMatchObject({ code: "not_found", details: { path: "image" } });
    const small = await uploadPicture(team.caller, { widthPx: 100, heightPx: 100 });
    await expect(order(small.id)).rejects.toMatchObject({
      code: "unprocessable",
      details: { path: "image", problems: [{ code: "image_side" }] },
    });
    await expect(order("aGVsbG8=")).rejects.toMatchObject({
      code: "unprocessable",
      details: { path: "image" },
    });
  });

  test("a client's own id is taken once, and who comes second is told which", async () => {
    const { caller } = await createTeam();
    const order = () => createTasks({ caller, request: REQUEST, externalTaskId: "shot-12" });
    const both = await Promise.allSettled([order(), order()]);
    expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(order()).rejects.toMatchObject({ code: "conflict", details: { externalTaskId: "shot-12" } });
    expect(await systemDb.task.count({ where: { teamId: caller.teamId } })).toBe(1);
  });
});

describe("a repeated order", () => {
  const repeatOf = (body: string) => ({ key: `key-${randomUUID()}`, bodySha256: body });

  test("gets the first answer, word by word", async () => {
    const { caller } = await createTeam();
    const repeat = repeatOf("a");
    const first = await createTasks({ caller, request: REQUEST, takes: 2, repeat });
    await cancelTask({ caller, taskId: first[0]?.id ?? "" });
    expect(await createTasks({ caller, request: REQUEST, takes: 2, repeat })).toEqual(first);
    expect(await systemDb.task.count({ where: { teamId: caller.teamId } })).toBe(2);
  });

  test("is refused when it is another order", async () => {
    const { caller } = await createTeam();
    const repeat = repeatOf("a");
    await createTasks({ caller, request: REQUEST, repeat });
    const other = createTasks({ caller, request: REQUEST, repeat: { ...repeat, bodySha256: "b" } });
    await expect(other).rejects.toMatchObject({ code: "unprocessable" });
  });

  test("never makes a second task, however many come at once", async () => {
    const { caller } = await createTeam();
    const repeat = repeatOf("a");
    const order = () => createTasks({ caller, request: REQUEST, repeat });
    const results = await Promise.allSettled(Array.from({ length: 30 }, order));
    const ids = results.flatMap((it) => (it.status === "fulfilled" ? it.value.map((task) => task.id) : []));
    const refusals = results.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
    expect(new Set(ids).size).toBe(1);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: "conflict", details: { reason: "in_flight" } });
    expect(await systemDb.task.count({ where: { teamId: caller.teamId } })).toBe(1);
  });

  test("is told its answer, also while somebody else is being told it", async () => {
    const { caller } = await createTeam();
    const repeat = repeatOf("a");
    const scope = { caller, route: "anything", repeat };
    const mayNot = () => Promise.reject(new Error("done a second time"));
    await db.$transaction((tx) => oncePerKey(tx, scope, async () => "the first"));
    const both = await db.$transaction(async (tx) => {
      const mine = await oncePerKey(tx, scope, mayNot);
      return [mine, await db.$transaction((other) => oncePerKey(other, scope, mayNot))];
    });
    expect(both).toEqual(["the first", "the first"]);
  });

  test("is free again after a failure, and a key means nothing to another team", async () => {
    const [team, other] = [await createTeam(), await createTeam()];
    const repeat = repeatOf("a");
    const impossible = { ...REQUEST, model_name: "kling-v1", duration: "7" } as const;
    await expect(createTasks({ caller: team.caller, request: impossible, repeat })).rejects.toThrow();
    const [mine] = await createTasks({ caller: team.caller, request: REQUEST, repeat });
    const [theirs] = await createTasks({ caller: other.caller, request: REQUEST, repeat });
    expect(mine?.id).not.toBe(theirs?.id);
  });
});

describe("canceling", () => {
  test("gives the reservation back, once", async () => {
    const team = await createTeam();
    const task = await orderOne(team);
    expect(await usedUnits(team)).toBeCloseTo(1.8);
    const [first, second] = [
      await cancelTask({ caller: team.caller, taskId: task.id }),
      await cancelTask({ caller: team.caller, taskId: task.id }),
    ];
    expect(first).toMatchObject({ status: "canceled", settledUnits: 0 });
    expect(second.seq).toBe(first.seq);
    expect(await usedUnits(team)).toBe(0);
    expect(await sumOfLedger(team)).toBe(0);
  });

  test("is refused once the task has begun", async () => {
    const team = await createTeam();
    const task = await orderOne(team);
    await systemDb.task.update({ where: { id: task.id }, data: { status: "submitting" } });
    await expect(cancelTask({ caller: team.caller, taskId: task.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is for whoever ordered it and for admins; to strangers the task does not exist", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const task = await orderOne(team);
    const mate = { ...team.caller, userId: newId("user"), role: "creator" } as const;
    const attempt = (caller: TestTeam["caller"]) => cancelTask({ caller, taskId: task.id });
    await expect(attempt(mate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(attempt(stranger.caller)).rejects.toMatchObject({ code: "not_found" });
    expect(await attempt({ ...mate, role: "admin" })).toMatchObject({ status: "canceled" });
  });
});

describe("trying again", () => {
  test("is a new paid try of the same task: new id upstream, new reservation, old history", async () => {
    const team = await createTeam();
    const { id: taskId } = await orderOne(team);
    await cancelTask({ caller: team.caller, taskId });
    const before = await getTask({ caller: team.caller, taskId });
    const again = await retryTask({ caller: team.caller, taskId });
    expect(again).toMatchObject({ id: taskId, status: "queued", settledUnits: null, finishedAt: null });
    const after = await getTask({ caller: team.caller, taskId });
    expect(after.upstreamExternalId).not.toBe(before.upstreamExternalId);
    expect(after.events.map((event) => event.type)).toEqual(["created", "canceled", "retried"]);
    expect(await usedUnits(team)).toBeCloseTo(1.8);
    expect(await sumOfLedger(team)).toBeCloseTo(1.8);
  });

  test("happens once per key, and only to a task that has not worked out", async () => {
    const team = await createTeam();
    const { id: taskId } = await orderOne(team);
    await expect(retryTask({ caller: team.caller, taskId })).rejects.toMatchObject({ code: "conflict" });
    await cancelTask({ caller: team.caller, taskId });
    const repeat = { key: `key-${randomUUID()}`, bodySha256: "a" };
    const first = await retryTask({ caller: team.caller, taskId, repeat });
    await cancelTask({ caller: team.caller, taskId });
    expect(await retryTask({ caller: team.caller, taskId, repeat })).toEqual(first);
    expect(await getTask({ caller: team.caller, taskId })).toMatchObject({ status: "canceled" });
  });
});

describe("the estimate", () => {
  test("is the median of past tasks of the same pace on the same connection", async () => {
    const team = await createTeam({ maxParallel: 2 });
    const past = await createTasks({ caller: team.caller, request: REQUEST, takes: 3 });
    expect(past.map((task) => task.remainingSeconds)).toEqual([null, null, null]);
    for (const [index, { id }] of past.entries()) {
      const seconds = [20, 30, 400][index] ?? 0;
      await systemDb.$executeRaw`
        UPDATE "Task" SET "status" = 'succeeded', "submittedAt" = now() - make_interval(secs => ${seconds}), "finishedAt" = now()
        WHERE "id" = ${id}`;
    }
    const [second, first] = await createTasks({ caller: team.caller, request: REQUEST, takes: 2 });
    expect([first, second].map((task) => task?.remainingSeconds)).toEqual([30, 30]);
    const [third] = await createTasks({ caller: team.caller, request: REQUEST });
    expect(third).toMatchObject({ queuePosition: 2, remainingSeconds: 60 });
    const [other] = await createTasks({ caller: team.caller, request: { ...REQUEST, duration: "10" } });
    expect(other?.remainingSeconds).toBeNull();
  });
});

describe("the trash", () => {
  test("takes what has ended, hides it from the list and gives it back", async () => {
    const { caller, ...team } = await createTeam();
    const { id: taskId } = await orderOne({ caller, ...team });
    await expect(trashTask({ caller, taskId })).rejects.toMatchObject({ code: "conflict" });
    await cancelTask({ caller, taskId });
    expect((await trashTask({ caller, taskId })).trashedAt).not.toBeNull();
    expect((await listTasks({ caller, limit: 10 })).tasks).toEqual([]);
    expect((await listTasks({ caller, limit: 10, trash: "true" })).tasks).toHaveLength(1);
    expect((await restoreTask({ caller, taskId })).trashedAt).toBeNull();
    expect((await listTasks({ caller, limit: 10 })).tasks).toHaveLength(1);
  });
});

describe("the list", () => {
  test("pages without repeating or hiding anything while new tasks arrive", async () => {
    const { caller, ...team } = await createTeam();
    await createTasks({ caller, request: REQUEST, takes: 5 });
    const first = await listTasks({ caller, limit: 2 });
    await createTasks({ caller, request: REQUEST, takes: 2 });
    const seen = [...first.tasks];
    for (let cursor = first.nextCursor; cursor !== null; ) {
      const page = await listTasks({ caller, limit: 2, cursor });
      seen.push(...page.tasks);
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen.map((task) => task.id)).size).toBe(5);
    expect(await systemDb.task.count({ where: { teamId: team.teamId } })).toBe(7);
  });

  test("finds words in Chinese and English, and takes % and _ literally", async () => {
    const { caller, ...team } = await createTeam();
    for (const prompt of ["夕阳下的海边小镇", "A Red Fox at 100% speed", "snake_case"]) {
      await orderOne({ caller, ...team }, prompt);
    }
    const found = async (search: string) =>
      (await listTasks({ caller, limit: 10, search })).tasks.map((task) => task.prompt);
    expect(await found("海边")).toEqual(["夕阳下的海边小镇"]);
    expect(await found("red fox")).toEqual(["A Red Fox at 100% speed"]);
    expect(await found("%")).toEqual(["A Red Fox at 100% speed"]);
    expect(await found("_")).toEqual(["snake_case"]);
    expect(await found("nothing like it")).toEqual([]);
  });

  test("filters by model, state and person, and never shows another team's tasks", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const task = await orderOne(team);
    await orderOne(stranger);
    const { caller } = team;
    expect((await listTasks({ caller, limit: 10 })).tasks.map((it) => it.id)).toEqual([task.id]);
    expect((await listTasks({ caller, limit: 10, status: "running", model: "kling-v3" })).tasks).toHaveLength(
      1,
    );
    expect((await listTasks({ caller, limit: 10, status: "succeeded" })).tasks).toEqual([]);
    expect((await listTasks({ caller, limit: 10, person: stranger.caller.userId })).tasks).toEqual([]);
  });
});
