import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { withConnection } from "#scripts/postgres/connection.ts";
import { describeFile } from "./hash-file.ts";
import { listMigrations, listTables } from "./list-tables.ts";
import type { TableFile } from "./manifest.ts";

/** Rows that are fetched at a time. */
const BATCH = 500;

export type Dump = {
  readonly migrations: string[];
  readonly tables: TableFile[];
  /** Of every object that a row of the dump names. */
  readonly keys: string[];
};

/**
 * Writes every table as one row of JSON a line, all as of one moment, while everybody goes on working. PostgreSQL itself makes
 * the JSON and will read it: no number or moment is rounded on the way.
 */
export async function dumpDatabase(databaseUrl: string, folder: string): Promise<Dump> {
  await mkdir(path.join(folder, "tables"), { recursive: true });
  return withConnection(databaseUrl, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables: TableFile[] = [];
    for (const name of await listTables(client)) tables.push(await dumpTable(client, { name, folder }));
    const dump = { migrations: await listMigrations(client), tables, keys: await keysOfAssets(client) };
    await client.query("COMMIT");
    return dump;
  });
}

async function dumpTable(
  client: Client,
  { name, folder }: { name: string; folder: string },
): Promise<TableFile> {
  const file = path.join(folder, "tables", `${name}.ndjson`);
  let rows = 0;
  async function* lines() {
    await client.query(
      `DECLARE dumped NO SCROLL CURSOR FOR SELECT row_to_json(it)::text AS line FROM ${quoted(name)} AS it`,
    );
    for (;;) {
      const batch = await client.query<{ line: string }>(`FETCH ${BATCH} FROM dumped`);
      if (batch.rows.length === 0) break;
      rows += batch.rows.length;
      yield batch.rows.map(({ line }) => `${line}\n`).join("");
    }
    await client.query("CLOSE dumped");
  }
  await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }));
  return { name, rows, ...(await describeFile(file)) };
}

async function keysOfAssets(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(`
    SELECT DISTINCT key FROM "Asset" CROSS JOIN LATERAL unnest(ARRAY["storageKey", "posterKey", "previewKey"]) AS key
    WHERE key IS NOT NULL AND "removedAt" IS NULL ORDER BY key`);
  return rows.map(({ key }) => key);
}

/** As PostgreSQL wants a name that has capitals. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
