import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadSecrets } from "#scripts/secrets.ts";
import { openCluster } from "./cluster.ts";
import { withConnection } from "./connection.ts";
import { findPostmaster } from "./postmaster.ts";
import { databaseUrl, type PostgresServer, startPostgres, stopPostgres } from "./server.ts";

export type EmbeddedDatabase = {
  url: string;
  server: PostgresServer;
  stop(): Promise<void>;
};

const DATABASE_NAME = "framewright";

/** Starts the database of this DATA_DIR. The caller holds its lock. */
export async function startEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const { postgresPassword } = await loadSecrets(dataDir);
  const cluster = await openCluster(dataDir, postgresPassword);
  const server = await startPostgres(cluster, await rememberedPort(dataDir));
  await writeFile(portFile(dataDir), `${server.port}\n`);
  await createDatabaseIfMissing(server.url);
  return {
    url: databaseUrl(postgresPassword, server.port, DATABASE_NAME),
    server,
    stop: () => stopPostgres(cluster.databaseDir),
  };
}

/** The address of the database that another process of ours is running on this DATA_DIR, or null while none is ready. */
export async function runningEmbeddedDatabase(dataDir: string): Promise<string | null> {
  const postmaster = await findPostmaster(path.join(dataDir, "postgres"));
  if (!postmaster?.ready) return null;
  const { postgresPassword } = await loadSecrets(dataDir);
  return databaseUrl(postgresPassword, postmaster.port, DATABASE_NAME);
}

async function createDatabaseIfMissing(maintenanceUrl: string): Promise<void> {
  await withConnection(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  });
}

/** The same port on every start, so that a database client of the operator keeps its setting. */
async function rememberedPort(dataDir: string): Promise<number | null> {
  const text = await readFile(portFile(dataDir), "utf8").catch(() => "");
  const port = Number.parseInt(text, 10);
  return port > 0 ? port : null;
}

function portFile(dataDir: string): string {
  return path.join(dataDir, "postgres.port");
}
