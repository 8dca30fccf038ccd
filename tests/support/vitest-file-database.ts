import { rm } from "node:fs/promises";
import { afterAll, inject } from "vitest";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { cloneTestDatabase } from "./test-database.ts";

/**
 * vitest's setup file of the integration tests: before a test file is loaded it gets a database and a DATA_DIR of its
 * own, so `db` of lib/db and everything built on it work in the file without further ado.
 */
const database = await cloneTestDatabase(inject("databaseServerUrl"));
const dataDir = await createThrowAwayDir();
process.env.DATABASE_URL = database.url;
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});
