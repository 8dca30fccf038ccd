import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm";

const PRISMA_DIR = path.resolve(import.meta.dirname, "..", "..", "prisma");

export const SCHEMA_FILE = path.join(PRISMA_DIR, "schema.prisma");

const MIGRATIONS_DIR = path.join(PRISMA_DIR, "migrations");
const LOCK_FILE = "migration_lock.toml";
const LOCK_FILE_CONTENT = 'provider = "postgresql"\n';

/** Nothing in the database is managed by somebody else; pg-boss keeps to a schema of its own. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** `prisma/migrations` as the schema engine wants to see it, or the beginning of it. */
export async function readMigrations(upTo?: string): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => upTo === undefined || name <= upTo)
    .sort();
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: LOCK_FILE,
      content: await readFile(path.join(MIGRATIONS_DIR, LOCK_FILE), "utf8").catch(() => LOCK_FILE_CONTENT),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map(readMigration)),
  };
}

/** Writes the next migration and returns its file. `timestamp` decides the order, as `20261121093000`. */
export async function writeMigration({
  timestamp,
  name,
  sql,
}: {
  timestamp: string;
  name: string;
  sql: string;
}): Promise<string> {
  const directory = path.join(MIGRATIONS_DIR, `${timestamp}_${name}`);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(MIGRATIONS_DIR, LOCK_FILE), LOCK_FILE_CONTENT);
  const file = path.join(directory, "migration.sql");
  await writeFile(file, sql);
  return file;
}

async function readMigration(name: string): Promise<MigrationDirectory> {
  const content = await readFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8");
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } } };
}
