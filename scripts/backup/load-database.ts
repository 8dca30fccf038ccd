import { createReadStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Client } from "pg";
import { applyMigrations } from "#scripts/migrations/apply.ts";
import { OperatorError } from "#scripts/operator-error.ts";
import { withConnection } from "#scripts/postgres/connection.ts";
import { quoted } from "./dump-database.ts";
import { listMigrations, listTables } from "./list-tables.ts";
import type { Manifest, TableFile } from "./manifest.ts";
import { enterQuarantine, type Quarantine } from "./quarantine.ts";

const BATCH = 500;

/** @throws OperatorError when anything is in there, or a worker is running on it */
export async function requireEmptyDatabase(databaseUrl: string): Promise<void> {
  await withConnection(databaseUrl, async (client) => {
    const tables = await listTables(client);
    for (const name of tables) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
      if (rowCount !== 0)
        throw new OperatorError(
          `The database is not empty (${name} has rows); a backup is restored into an empty one.`,
        );
    }
    if (tables.length === 0) return; // not even migrated
    const { rowCount: workers } = await client.query(
      `SELECT 1 FROM "WorkerHeartbeat" WHERE "beatAt" > now() - interval '30 seconds'`,
    );
    if (workers !== 0) throw new OperatorError("A worker runs on this database; stop the studio first.");
  });
}

/**
 * The schema as the backup's rows need it; what came later is applied to them afterwards, as it was meant.
 * @throws OperatorError when this version does not know it, or the database is beyond it
 */
export async function prepareSchema(databaseUrl: string, { migrations }: Manifest): Promise<void> {
  await applyMigrations(databaseUrl, migrations.at(-1));
  const present = await withConnection(databaseUrl, listMigrations);
  if (present.join() === migrations.join()) return;
  throw new OperatorError(
    migrations.every((name) => present.includes(name))
      ? "The database was migrated further than the backup; use one in which nothing was ever started."
      : "The backup was made by a newer version of Framewright; install that one.",
  );
}

/** Everything, in quarantine, or nothing. */
export async function loadDatabase(
  databaseUrl: string,
  { folder, manifest }: { folder: string; manifest: Manifest },
): Promise<Quarantine> {
  return withConnection(databaseUrl, async (client) => {
    await client.query("BEGIN");
    for (const table of manifest.tables) await loadTable(client, { folder, table });
    const quarantine = await enterQuarantine(client);
    await client.query("COMMIT");
    return quarantine;
  });
}

type Loading = { readonly folder: string; readonly table: TableFile };

async function loadTable(client: Client, { folder, table }: Loading): Promise<void> {
  const file = path.join(folder, "tables", `${table.name}.ndjson`);
  const name = quoted(table.name);
  const insert = `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`;
  let [batch, rows]: [string[], number] = [[], 0];
  const flush = async () => {
    rows += batch.length;
    if (batch.length > 0) await client.query(insert, [`[${batch.join(",")}]`]);
    batch = [];
  };
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    batch.push(line);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  if (rows !== table.rows) throw new Error(`${table.name}: ${rows} rows instead of ${table.rows}`);
}
