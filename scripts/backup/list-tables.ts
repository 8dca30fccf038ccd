import type { Client } from "pg";

/**
 * Of the moment, and made again by whoever needs it: not worth keeping, and no sign that a database is in use. Jobs are in
 * pg-boss's own schema and are left out as well: rows say what is due, and the sweepers make the jobs.
 */
const PASSING = ["_prisma_migrations", "WorkerHeartbeat", "RateLimit", "Upload", "UploadPart"];

/** Our tables, every one after those that its rows refer to. */
export async function listTables(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT source.relname AS "from", target.relname AS "to" FROM pg_constraint
    JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
    WHERE contype = 'f' AND conrelid <> confrelid AND source.relnamespace = 'public'::regnamespace`);
  const waiting = new Set(tables.map(({ name }) => name).filter((name) => !PASSING.includes(name)));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (name) => !references.some(({ from, to }) => from === name && waiting.has(to)),
    );
    if (free.length === 0) throw new Error(`tables refer to each other: ${[...waiting].join(", ")}`);
    ordered.push(...free);
    for (const name of free) waiting.delete(name);
  }
  return ordered;
}

export async function listMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return rows.map(({ name }) => name);
}
