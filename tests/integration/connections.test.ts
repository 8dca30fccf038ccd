import { afterAll, describe, expect, test } from "vitest";
import { createConnection, type NewConnection } from "#lib/connections/create-connection.ts";
import { deleteConnection } from "#lib/connections/delete-connection.ts";
import { listChoices } from "#lib/connections/list-choices.ts";
import { listConnections } from "#lib/connections/list-connections.ts";
import { reorderConnections } from "#lib/connections/reorder-connections.ts";
import { testConnection } from "#lib/connections/test-connection.ts";
import { updateConnection } from "#lib/connections/update-connection.ts";
import { createConnectionSchema } from "#lib/contract/connections.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { openCredential } from "#lib/secrets/credential.ts";
import { openUpstreamCallbackSecret } from "#lib/secrets/upstream-callback-secret.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { pauseConnection, resumeConnection } from "#lib/tasks/pause-connection.ts";
import { retryTask } from "#lib/tasks/retry-task.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";

afterAll(closeProducerQueue);

const KEY = { kind: "api_key", key: "sk-canary-0123456789" } as const;

const KAPON = { preset: "kapon", name: "Kapon", credential: KEY } as const;

const CLIP = { kind: "text2video", model_name: "kling-v3", prompt: "a kite", duration: "5" } as const;

function parsed(given: Parameters<typeof createConnectionSchema.parse>[0]): NewConnection {
  return createConnectionSchema.parse(given);
}

async function connect({ teamId }: TestTeam, given: object = {}) {
  const connectionId = await createConnection(teamId, parsed({ ...KAPON, ...given }));
  return { teamId, connectionId };
}

function rowOf({ connectionId }: { connectionId: string }): Promise<Connection> {
  return systemDb.connection.findUniqueOrThrow({ where: { id: connectionId } });
}

async function defaultsOf({ teamId }: { teamId: string }): Promise<string[]> {
  const rows = await systemDb.connection.findMany({ where: { teamId, isDefault: true } });
  return rows.map(({ id }) => id);
}

function listed({ caller }: TestTeam) {
  return listConnections({ caller, now: new Date() });
}

describe("connecting", () => {
  test("takes from the preset what is not given, and goes last in the order", async () => {
    const team = await createTeam();
    const made = await connect(team);
    expect(await rowOf(made)).toMatchObject({
      provider: "native",
      baseUrl: "https://models.kapon.cloud/kling",
      policy: "warn",
      maxParallel: 3,
      maxParallelImages: 9,
      isDefault: false,
      credentialHint: "…6789",
    });
    const { connections } = await listed(team);
    expect(connections.map(({ id }) => id)).toEqual([team.connectionId, made.connectionId]);
  });

  test("seals what is secret: it opens for the provider, and no answer carries it", async () => {
    const team = await createTeam();
    const made = await connect(team, { callbackSecret: "whsec_canary_callbacks" });
    const row = await rowOf(made);
    expect(openCredential(row)).toEqual(KEY);
    expect(openUpstreamCallbackSecret(row)).toBe("whsec_canary_callbacks");
    expect(JSON.stringify(row)).not.toContain("canary");
    const answers = [await listed(team), await listChoices(team.teamId)];
    expect(JSON.stringify(answers)).not.toMatch(/canary|v2\./);
  });

  test("those who may not manage connections see neither address nor hint", async () => {
    const team = await createTeam();
    await connect(team);
    const creator = { ...team.caller, role: "creator" } as const;
    const { connections } = await listConnections({ caller: creator, now: new Date() });
    expect(connections[1]).toMatchObject({ baseUrl: null, credentialHint: null, hasCredential: true });
  });

  test.each([
    [{ preset: "dmxapi" }, "baseUrl"],
    [{ preset: "custom", baseUrl: "https://example.com" }, "dialect"],
    [{ credential: undefined }, "credential"],
    [{ credential: { kind: "access_key_pair", accessKey: "a", secretKey: "b" } }, "credential"],
    [{ baseUrl: "http://example.com" }, "baseUrl"],
    [{ baseUrl: "https://169.254.169.254" }, "baseUrl"],
  ])("%j is refused at %s, and nothing is made", async (given, path) => {
    const team = await createTeam();
    await expect(connect(team, given)).rejects.toMatchObject({ code: "invalid_request", details: { path } });
    expect(await systemDb.connection.count({ where: { teamId: team.teamId } })).toBe(1);
  });
});

describe("the default", () => {
  test("is exactly one, however many are made so at once", async () => {
    const team = await createTeam();
    const made = await Promise.all(Array.from({ length: 8 }, () => connect(team, { isDefault: true })));
    expect(await defaultsOf(team)).toHaveLength(1);
    await Promise.all(made.map((it) => updateConnection(it, { isDefault: true })));
    expect(await defaultsOf(team)).toHaveLength(1);
  });

  test("can be neither switched off nor deleted, and nothing that is off becomes it", async () => {
    const team = await createTeam();
    const sandbox = { teamId: team.teamId, connectionId: team.connectionId };
    const made = await connect(team);
    const refusal = { code: "conflict", details: { reason: "is_default" } };
    await expect(updateConnection(sandbox, { isEnabled: false })).rejects.toMatchObject(refusal);
    await expect(deleteConnection(sandbox, { now: new Date() })).rejects.toMatchObject(refusal);
    await updateConnection(made, { isEnabled: false });
    await expect(updateConnection(made, { isDefault: true })).rejects.toMatchObject({
      details: { reason: "is_off" },
    });
    expect(await defaultsOf(team)).toEqual([team.connectionId]);
  });
});

describe("changing", () => {
  test("touches what is given and nothing else", async () => {
    const team = await createTeam();
    const made = await connect(team);
    const before = await rowOf(made);
    await updateConnection(made, { policy: "off", parallel: { video: 7, image: 8, try_on: 1 } });
    const expected = { ...before, policy: "off", maxParallel: 7, maxParallelImages: 8, maxParallelTryOns: 1 };
    expect(await rowOf(made)).toEqual({ ...expected, updatedAt: expect.any(Date) });
  });

  test("a credential goes to no other address than the one it was given for", async () => {
    const team = await createTeam();
    const made = await connect(team);
    await expect(updateConnection(made, { baseUrl: "https://example.com" })).rejects.toMatchObject({
      details: { path: "credential", reason: "address_changed" },
    });
    await updateConnection(made, { baseUrl: "https://models.kapon.cloud/v2" });
    await updateConnection(made, {
      baseUrl: "https://example.com",
      credential: { kind: "api_key", key: "k2" },
    });
    expect(await rowOf(made)).toMatchObject({ baseUrl: "https://example.com/kling", credentialHint: "…" });
    expect(openCredential(await rowOf(made))).toEqual({ kind: "api_key", key: "k2" });
  });

  test("the order is what was asked for, unless the list was not the whole one", async () => {
    const team = await createTeam();
    const [one, two] = [await connect(team), await connect(team)];
    const ids = [two.connectionId, team.connectionId, one.connectionId];
    await reorderConnections(team.teamId, ids);
    const { connections } = await listed(team);
    expect(connections.map(({ id }) => id)).toEqual([team.connectionId, two.connectionId, one.connectionId]);
    const stale = { code: "conflict", details: { reason: "stale" } };
    await expect(reorderConnections(team.teamId, ids.slice(1))).rejects.toMatchObject(stale);
    await expect(reorderConnections(team.teamId, [...ids, ids[0] ?? ""])).rejects.toMatchObject(stale);
  });

  test("another team's connection does not exist", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const made = { ...(await connect(team)), teamId: stranger.teamId };
    const { signal } = new AbortController();
    const attempts = [
      () => updateConnection(made, { name: "mine" }),
      () => deleteConnection(made, { now: new Date() }),
      () => pauseConnection(made),
      () => resumeConnection(made),
      () => testConnection(made, { providerOf: () => null, signal }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("deleting", () => {
  test("is refused while a task is open; afterwards the row stays for it, without its secrets", async () => {
    const team = await createTeam();
    const made = await connect(team);
    const { connectionId } = made;
    const [task] = await createTasks({ caller: team.caller, request: CLIP, connectionId });
    await expect(deleteConnection(made, { now: new Date() })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "open_tasks", open: 1 },
    });
    await cancelTask({ caller: team.caller, taskId: task?.id ?? "" });
    await deleteConnection(made, { now: new Date() });
    expect(await rowOf(made)).toMatchObject({
      isEnabled: false,
      credentialSealed: null,
      credentialHint: null,
    });
    expect((await listed(team)).connections).toHaveLength(1);
    expect(await listChoices(team.teamId)).toHaveLength(1);
    const order = createTasks({ caller: team.caller, request: CLIP, connectionId });
    await expect(order).rejects.toMatchObject({ code: "not_found" });
    await expect(updateConnection(made, { isEnabled: true })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of one that nothing refers to leaves nothing behind", async () => {
    const team = await createTeam();
    const made = await connect(team);
    await deleteConnection(made, { now: new Date() });
    expect(await systemDb.connection.count({ where: { id: made.connectionId } })).toBe(0);
  });
});

describe("a person's pause", () => {
  test("is told with the reason, also when the account made it, and is over when resumed", async () => {
    const team = await createTeam();
    const made = await connect(team);
    const pauseOf = async () => (await listed(team)).connections[1]?.pause;
    await pauseConnection(made);
    expect(await pauseOf()).toMatchObject({ by: "person", code: null });
    await resumeConnection(made);
    expect(await pauseOf()).toBeNull();
    const pauseReason = { by: "account", code: 1102, message: "Account balance not enough" };
    await systemDb.connection.update({
      where: { id: made.connectionId },
      data: { pausedAt: new Date(), pauseReason },
    });
    expect(await pauseOf()).toMatchObject({ by: "account", code: 1102 });
  });
});

describe("the own price book", () => {
  test("is what orders and new tries are reserved at, and only on its connection", async () => {
    const team = await createTeam();
    const made = await connect(team, { priceBook: { "clip/kling-v3/std/off": 0.2501 } });
    const { caller } = team;
    const [own] = await createTasks({ caller, request: CLIP, connectionId: made.connectionId });
    const [usual] = await createTasks({ caller, request: CLIP });
    expect([own?.priceUnits, usual?.priceUnits]).toEqual([1.2505, 3]);
    await updateConnection(made, { priceBook: { "clip/kling-v3/std/off": 1 } });
    await cancelTask({ caller, taskId: own?.id ?? "" });
    expect((await retryTask({ caller, taskId: own?.id ?? "" })).priceUnits).toBe(5);
    await updateConnection(made, { priceBook: {} });
    expect((await rowOf(made)).priceBook).toBeNull();
  });

  test.each([[{ "clip/kling-v9/pro/on": 1 }], [{ "lip-sync": -1 }], [{ "lip-sync": 0.00001 }]])(
    "%j is no book",
    (priceBook) => {
      expect(() => parsed({ ...KAPON, priceBook })).toThrow();
    },
  );
});
