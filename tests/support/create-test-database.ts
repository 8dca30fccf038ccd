import { afterAll, inject } from "vitest";
import { cloneTestDatabase, type TestDatabase } from "./test-database.ts";

/** A database for one test file: call it at the top of the file or in `beforeAll`; it is dropped after the file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await cloneTestDatabase(inject("databaseServerUrl"));
  afterAll(() => database.drop());
  return database;
}
