import { afterAll, describe, expect, test } from "vitest";
import { createConnection, type NewConnection } from "#lib/connections/create-connection.ts";
import { listConnections } from "#lib/connections/list-connections.ts";
import { testConnection, testNewConnection } from "#lib/connections/test-connection.ts";
import { createConnectionSchema } from "#lib/contract/connections.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { ConnectionCheck, Provider } from "#lib/providers/provider.ts";
import { sandboxModule } from "#lib/providers/sandbox/module.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { openCredential } from "#lib/secrets/credential.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";

afterAll(closeProducerQueue);

const KEY = { kind: "api_key", key: "sk-canary-0123456789" } as const;

const KAPON = { preset: "kapon", name: "Kapon", credential: KEY } as const;

function parsed(given: Parameters<typeof createConnectionSchema.parse>[0]): NewConnection {
  return createConnectionSchema.parse(given);
}

async function connect({ teamId }: TestTeam, given: object = {}) {
  const connectionId = await createConnection(teamId, parsed({ ...KAPON, ...given }));
  return { teamId, connectionId };
}

function listed({ caller }: TestTeam) {
  return listConnections({ caller, now: new Date() });
}

describe("testing", () => {
  test("uses the saved credential, and tells what a refusal means and never what upstream wrote", async () => {
    const team = await createTeam();
    const made = await connect(team);
    const refused = { ok: false, latencyMs: 12.4, proved: "reached", code: 1002 } as const;
    const seen: Connection[] = [];
    const answer = await testConnection(
      made,
      handsOf({ ...refused, message: `bad key ${KEY.key}` }, (connection) => seen.push(connection)),
    );
    expect(seen.map(openCredential)).toEqual([KEY]);
    expect(answer).toMatchObject({
      ok: false,
      latencyMs: 12,
      code: 1002,
      explain: { en: "The key is not valid" },
    });
    expect(JSON.stringify(answer)).not.toContain("canary");
  });

  test("before saving keeps nothing", async () => {
    const { teamId } = await createTeam();
    const seen: Connection[] = [];
    const check = { ok: true, latencyMs: 80, proved: "authorized", code: null, message: "" } as const;
    const reach = {
      preset: "custom",
      dialect: "unified",
      baseUrl: "https://example.com",
      credential: KEY,
    } as const;
    const answer = await testNewConnection(
      { teamId, reach },
      handsOf(check, (connection) => seen.push(connection)),
    );
    expect(answer).toMatchObject({ ok: true, proved: "authorized", remedy: null });
    expect(seen[0]).toMatchObject({ provider: "unified", baseUrl: "https://example.com" });
    expect(await systemDb.connection.count({ where: { teamId } })).toBe(1);
  });

  test("of the sandbox always succeeds, and of an unknown provider is no failure of the connection", async () => {
    const team = await createTeam();
    const sandbox = { teamId: team.teamId, connectionId: team.connectionId };
    const signal = new AbortController().signal;
    expect(await testConnection(sandbox, { providerOf: sandboxModule.connect, signal })).toMatchObject({
      ok: true,
    });
    await expect(testConnection(sandbox, { providerOf: () => null, signal })).rejects.toMatchObject({
      code: "provider_unavailable",
    });
  });
});

/** A provider that answers every test with this, and is good for nothing else. */
function handsOf(check: ConnectionCheck, see: (connection: Connection) => void) {
  const providerOf = (connection: Connection) => {
    see(connection);
    return { check: async () => check } as unknown as Provider;
  };
  return { providerOf, signal: new AbortController().signal };
}

test("health is told from the calls of the last day, with the breaker as it stands", async () => {
  const team = await createTeam();
  const { connectionId } = team;
  const call = { connectionId, operation: "submit", minute: new Date() };
  await systemDb.connectionCalls.createMany({
    data: [
      { ...call, outcome: "ok", calls: 3, latencyMsSum: 300n },
      { ...call, outcome: "http 502", calls: 1, latencyMsSum: 500n },
    ],
  });
  const breakerOpenUntil = new Date(Date.now() + 60_000);
  await systemDb.connection.update({
    where: { id: connectionId },
    data: { breakerFailures: 5, breakerOpenUntil },
  });
  const [connection] = (await listed(team)).connections;
  expect(connection?.health).toMatchObject({
    hour: { calls: 4, failed: 1, latencyMs: 200 },
    breaker: "open",
    breakerOpenUntil: breakerOpenUntil.toISOString(),
    errors: [{ outcome: "http 502", calls: 1 }],
  });
});
