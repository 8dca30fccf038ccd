import { afterAll, describe, expect, test } from "vitest";
import { setBudgetCap } from "#lib/billing/set-budget-cap.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";

/** 1.8 units each. */
const REQUEST = { kind: "text2video", model_name: "kling-v3", prompt: "a fox", duration: "3" } as const;

afterAll(closeProducerQueue);

async function addKey({ teamId, caller }: TestTeam) {
  const keyId = newId("apiKey");
  const [keyHash, accessKey] = [`hash-${keyId}`, `access-${keyId}`];
  await systemDb.apiKey.create({
    data: {
      id: keyId,
      teamId,
      createdById: caller.userId,
      name: "k",
      scope: "create",
      prefix: "k",
      keyHash,
      accessKey,
      secretKeySealed: "",
    },
  });
  return { kind: "api_key", teamId, keyId, userId: caller.userId, scope: "create" } as const;
}

async function budgetsOf(teamId: string) {
  const rows = await systemDb.budget.findMany({ where: { teamId } });
  return Object.fromEntries(rows.map((row) => [row.scope, row.usedUnits.toNumber()]));
}

describe("a budget", () => {
  test("is never exceeded and fully usable when 200 orders come at once", async () => {
    const team = await createTeam();
    const { teamId, caller } = team;
    await setBudgetCap({ teamId, scope: "team", subjectId: teamId, capUnits: "90" }); // for 50
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => createTasks({ caller, request: REQUEST })),
    );
    const granted = results.filter((it) => it.status === "fulfilled").length;
    expect(granted).toBe(50);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "budget_exceeded", details: { scope: "team" } });
    }
    expect(await systemDb.task.count({ where: { teamId } })).toBe(granted);
    expect(await budgetsOf(teamId)).toEqual({ team: 90, member: 90 });
  });

  test("of team, member and key must all have room, and a refusal takes from none of them", async () => {
    const team = await createTeam();
    const { teamId, caller } = team;
    const key = await addKey(team);
    await setBudgetCap({ teamId, scope: "key", subjectId: key.keyId, capUnits: "4" });
    const orders = [
      ...Array.from({ length: 20 }, () => createTasks({ caller: key, request: REQUEST })),
      ...Array.from({ length: 5 }, () => createTasks({ caller, request: REQUEST })),
    ];
    const results = await Promise.allSettled(orders);
    expect(results.filter((it) => it.status === "fulfilled")).toHaveLength(2 + 5);
    const used = await budgetsOf(teamId);
    expect(used.key).toBeCloseTo(3.6);
    expect(used.team).toBeCloseTo(7 * 1.8);
    expect(used.member).toBeCloseTo(7 * 1.8);
  });

  test("grants several takes or none", async () => {
    const { teamId, caller } = await createTeam();
    await setBudgetCap({ teamId, scope: "team", subjectId: teamId, capUnits: "5" });
    await expect(createTasks({ caller, request: REQUEST, takes: 3 })).rejects.toMatchObject({
      code: "budget_exceeded",
    });
    expect(await createTasks({ caller, request: REQUEST, takes: 2 })).toHaveLength(2);
    expect((await budgetsOf(teamId)).team).toBeCloseTo(3.6);
  });

  test("may be lowered below what is used: then nothing more is granted", async () => {
    const { teamId, caller } = await createTeam();
    await createTasks({ caller, request: REQUEST, takes: 4 });
    await setBudgetCap({ teamId, scope: "team", subjectId: teamId, capUnits: "2" });
    await expect(createTasks({ caller, request: REQUEST })).rejects.toMatchObject({
      code: "budget_exceeded",
    });
    await setBudgetCap({ teamId, scope: "team", subjectId: teamId, capUnits: null });
    expect(await createTasks({ caller, request: REQUEST })).toHaveLength(1);
  });
});
