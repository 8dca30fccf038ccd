import { randomUUID } from "node:crypto";
import { withDatabaseName } from "#scripts/migrations/adapter.ts";
import { applyMigrations } from "#scripts/migrations/apply.ts";
import { withConnection } from "#scripts/postgres/connection.ts";
import { startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import {
  startThrowAwayDatabase,
  THROW_AWAY_PREFIX,
  type ThrowAwayDatabase,
} from "#scripts/postgres/throw-away.ts";

const TEMPLATE = "framewright_template";

/** Several files at once, each with processes of ours, and each of those with its pools. */
const MAX_CONNECTIONS = 300;

/** A server of its own for this test run, with one migrated database from which the others are cloned. */
export async function startTestServer(): Promise<ThrowAwayDatabase> {
  const server = await startThrowAwayDatabase();
  await withConnection(server.url, async (client) => {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await client.query(`ALTER SYSTEM SET max_connections = ${MAX_CONNECTIONS}`);
  });
  const { url } = await startEmbeddedDatabase(server.dataDir); // ends the one that runs: only a start reads that setting
  if (url !== server.url) throw new Error("the database came back on another port");
  await applyMigrations(withDatabaseName(server.url, TEMPLATE));
  return server;
}

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A migrated, empty database in some 50 ms. `serverUrl` is what `startTestServer` returned. */
export async function cloneTestDatabase(serverUrl: string): Promise<TestDatabase> {
  await refuseRealServers(serverUrl);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withConnection(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  return {
    url: withDatabaseName(serverUrl, name),
    async drop() {
      await withConnection(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Tests create, kill and destroy: they run on a server whose files lie in a throw-away folder, or not at all. */
async function refuseRealServers(serverUrl: string): Promise<void> {
  const directory = await withConnection(serverUrl, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory ?? "";
  });
  if (!directory.includes(THROW_AWAY_PREFIX)) throw new Error(`not a throw-away database: ${directory}`);
}
