import { withConnection } from "#scripts/postgres/connection.ts";
import { withSchemaEngine } from "./engine.ts";
import { NO_FILTER, readMigrations } from "./files.ts";

/** Any number of processes may start at once against one database; one of them migrates, the others wait. */
const MIGRATION_LOCK = "framewright:migrations";

/**
 * Applies the pending migrations in order and returns their names. Same bookkeeping table as Prisma's own command.
 * @param upTo only those with names up to this one: the schema as it once was
 */
export async function applyMigrations(databaseUrl: string, upTo?: string): Promise<string[]> {
  return withConnection(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [MIGRATION_LOCK]);
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, async (engine) =>
      engine.applyMigrations({ migrationsList: await readMigrations(upTo), filters: NO_FILTER }),
    );
    return appliedMigrationNames;
  });
}
