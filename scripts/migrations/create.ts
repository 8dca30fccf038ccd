import { readFile } from "node:fs/promises";
import path from "node:path";
import { OperatorError } from "#scripts/operator-error.ts";
import type { Reporter } from "#scripts/reporter.ts";
import { withSchemaEngine } from "./engine.ts";
import { NO_FILTER, readMigrations, SCHEMA_FILE, writeMigration } from "./files.ts";

type NextMigration = { databaseUrl: string; name: string | undefined; reporter: Reporter };

/**
 * Compares what the migrations build (in a shadow database that is dropped afterwards) with `schema.prisma`. With a
 * name the difference becomes the next migration, without one it is only printed.
 */
export async function createMigration({ databaseUrl, name, reporter }: NextMigration): Promise<void> {
  if (name !== undefined && !/^[a-z0-9_]+$/.test(name)) {
    throw new OperatorError("A migration's name consists of a–z, 0–9 and underscores.");
  }
  const sql = await pendingSql(databaseUrl);
  if (sql === null) return reporter.info("the migrations build exactly what schema.prisma says");
  if (name === undefined) {
    process.stdout.write(sql);
    return;
  }
  const file = await writeMigration({ timestamp: timestampOf(new Date()), name, sql });
  reporter.info(`wrote ${path.relative(process.cwd(), file)}; read it before you commit it`);
}

/** The SQL that leads from the migrations to `schema.prisma`, or null when there is no difference. */
export async function pendingSql(databaseUrl: string): Promise<string | null> {
  const { stdout, exitCode } = await withSchemaEngine(databaseUrl, async (engine) =>
    engine.diff({
      from: { tag: "migrations", ...(await readMigrations()) },
      to: {
        tag: "schemaDatamodel",
        files: [{ path: SCHEMA_FILE, content: await readFile(SCHEMA_FILE, "utf8") }],
      },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  return exitCode === 0 ? null : stdout;
}

function timestampOf(date: Date): string {
  return date.toISOString().replace(/\D/g, "").slice(0, 14);
}
