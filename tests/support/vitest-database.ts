import type { TestProject } from "vitest/node";
import { startTestServer } from "./test-database.ts";

declare module "vitest" {
  // The only way to hand a value from the global set-up to the test files.
  interface ProvidedContext {
    databaseServerUrl: string;
  }
}

/** vitest's globalSetup of the integration tests: one PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide("databaseServerUrl", server.url);
  return () => server.remove();
}
