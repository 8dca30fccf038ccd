import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { moveTask, setTaskPriority } from "#lib/tasks/move-task.ts";
import { takePlace } from "#lib/tasks/take-place.ts";
import { scriptedProvider } from "#tests/support/scripted-provider.ts";
import { submitAll } from "#tests/support/step-harness.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;
const PICTURES = { kind: "omni-image", model_name: "kling-v3-omni", prompt: "a fox" } as const;

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

async function addMember({ teamId }: TestTeam, name: string): Promise<Principal & { kind: "member" }> {
  const [userId, memberId] = [newId("user"), newId("member")];
  await systemDb.user.create({ data: { id: userId, name, email: `${userId.toLowerCase()}@example.com` } });
  await systemDb.member.create({
    data: { id: memberId, organizationId: teamId, userId, role: "creator" },
  });
  return { kind: "member", teamId, userId, memberId, role: "creator" };
}

async function order(
  caller: Principal,
  prompts: readonly string[],
  request: TaskRequest = CLIP,
): Promise<string[]> {
  const ids: string[] = [];
  for (const prompt of prompts) {
    const [task] = await createTasks({ caller, request: { ...request, prompt } as TaskRequest });
    ids.push(task?.id ?? "");
  }
  return ids;
}

/** The line as people see it: prompts by their position. */
async function line(caller: Principal): Promise<string[]> {
  const { tasks } = await listTasks({ caller, limit: 100 });
  return tasks
    .filter(({ queuePosition }) => queuePosition !== null)
    .sort((first, second) => Number(first.queuePosition) - Number(second.queuePosition))
    .map(({ prompt }) => prompt);
}

/** All workers come at once, then one running task ends; until nobody waits. @returns prompts as upstream got them */
async function serve({ teamId }: TestTeam): Promise<string[]> {
  const provider = scriptedProvider();
  for (;;) {
    const waiting = await systemDb.task.findMany({
      where: { teamId, status: "queued" },
      select: { id: true },
    });
    if (waiting.length === 0) break;
    await submitAll(
      waiting.map(({ id }) => id),
      { queue, provider },
    );
    await systemDb.$executeRaw`
      UPDATE "Task" SET "status" = 'archiving' WHERE "id" = (
        SELECT "id" FROM "Task" WHERE "teamId" = ${teamId} AND "status" = 'submitted' ORDER BY "calledAt" LIMIT 1)`;
  }
  return provider.submits.map(({ request }) => ("prompt" in request ? (request.prompt ?? "") : ""));
}

describe("the line", () => {
  test("gives members turns: whoever ordered a hundred clips does not keep the others waiting (R12)", async () => {
    const team = await createTeam({ maxParallel: 1 });
    const [ben, eve] = [await addMember(team, "Ben"), await addMember(team, "Eve")];
    await order(team.caller, ["a1", "a2", "a3", "a4"]);
    await order(ben, ["b1", "b2"]);
    await order(eve, ["e1"]);
    const fair = ["a1", "b1", "e1", "a2", "b2", "a3", "a4"];
    expect(await line(team.caller)).toEqual(fair);
    expect(await serve(team)).toEqual(fair);
  });

  test("counts what runs already as a turn that was had", async () => {
    const team = await createTeam({ maxParallel: 2 });
    const ben = await addMember(team, "Ben");
    const running = await order(team.caller, ["a1", "a2"]);
    for (const taskId of running) await takePlace({ taskId, queue });
    await order(team.caller, ["a3"]);
    await order(ben, ["b1", "b2"]);
    expect(await line(team.caller)).toEqual(["b1", "b2", "a3"]);
  });

  test("puts the higher priority first, whoever's it is", async () => {
    const team = await createTeam({ maxParallel: 1 });
    const ben = await addMember(team, "Ben");
    const [, urgent = ""] = await order(team.caller, ["a1", "a2"]);
    await order(ben, ["b1"]);
    await systemDb.task.update({ where: { id: urgent }, data: { priority: 1 } });
    expect(await line(team.caller)).toEqual(["a2", "b1", "a1"]);
    expect(await serve(team)).toEqual(["a2", "b1", "a1"]);
  });
});

describe("a person orders the line", () => {
  test("among one's own tasks, takes of one order included, and nobody else's place changes", async () => {
    const team = await createTeam({ maxParallel: 1 });
    const ben = await addMember(team, "Ben");
    const takes = await createTasks({ caller: team.caller, request: { ...CLIP, prompt: "take" }, takes: 3 });
    const [first, , third] = takes.map(({ id }) => id).sort();
    await order(ben, ["b1"]);
    const position = async (taskId: string | undefined) =>
      (await listTasks({ caller: team.caller, limit: 100 })).tasks.find(({ id }) => id === taskId)
        ?.queuePosition;
    expect([await position(first), await position(third)]).toEqual([0, 3]);
    await moveTask({ caller: team.caller, taskId: third ?? "", to: "first" });
    expect([await position(third), await position(first)]).toEqual([0, 2]);
    expect((await line(team.caller))[1]).toBe("b1");
    await expect(moveTask({ caller: ben, taskId: first ?? "", to: "first" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("before everybody else's only as an admin, behind them as anybody, and not once it runs", async () => {
    const team = await createTeam({ maxParallel: 1 });
    const ben = await addMember(team, "Ben");
    const [a1 = ""] = await order(team.caller, ["a1"]);
    const [b1 = ""] = await order(ben, ["b1"]);
    await expect(setTaskPriority({ caller: ben, taskId: b1, priority: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await setTaskPriority({ caller: team.caller, taskId: b1, priority: 1 });
    expect(await line(ben)).toEqual(["b1", "a1"]);
    await setTaskPriority({ caller: ben, taskId: b1, priority: -1 });
    expect(await line(ben)).toEqual(["a1", "b1"]);
    expect(await takePlace({ taskId: a1, queue })).toBe("leased");
    await expect(setTaskPriority({ caller: team.caller, taskId: a1, priority: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("places", () => {
  test("are counted for each pack on its own, and pictures take one each", async () => {
    const team = await createTeam({ maxParallel: 1 });
    await systemDb.connection.update({ where: { id: team.connectionId }, data: { maxParallelImages: 5 } });
    await order(team.caller, ["clip 1", "clip 2"]);
    await order(team.caller, ["four", "three"], { ...PICTURES, n: 4 });
    await order(team.caller, ["one"], { ...PICTURES, n: 1 });
    const tasks = await systemDb.task.findMany({ where: { teamId: team.teamId } });
    const places = await Promise.all(tasks.map(({ id }) => takePlace({ taskId: id, queue })));
    const leased = tasks.filter((_, index) => places[index] === "leased").map(({ prompt }) => prompt);
    // The single picture does not overtake the four that wait before it.
    expect(leased.sort()).toEqual(["clip 1", "four"]);
  });

  test("are never given to more than there are, however many workers ask at once", async () => {
    const team = await createTeam({ maxParallel: 3 });
    const ids = await order(
      team.caller,
      Array.from({ length: 12 }, (_, index) => `clip ${index}`),
    );
    const asked = await Promise.all([...ids, ...ids, ...ids].map((taskId) => takePlace({ taskId, queue })));
    expect(asked.filter((place) => place === "leased")).toHaveLength(3);
    expect(await systemDb.task.count({ where: { teamId: team.teamId, status: "submitting" } })).toBe(3);
  });
});
