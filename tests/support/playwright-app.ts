import { mkdir, rm } from "node:fs/promises";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { startApp } from "./start-app.ts";
import { cloneTestDatabase, startTestServer } from "./test-database.ts";

/**
 * Playwright's globalSetup: one PostgreSQL and one application for the whole run. The workers inherit the environment,
 * so that fixtures can use `lib` (create a team, queue a task) on the same database. With STUDIO_ORIGIN all of it is there.
 */
export default async function startForBrowserTests(): Promise<() => Promise<void>> {
  if (process.env.STUDIO_ORIGIN !== undefined) return async () => undefined;
  const server = await startTestServer();
  const [database, dataDir] = await Promise.all([cloneTestDatabase(server.url), createThrowAwayDir()]);
  await mkdir("test-results", { recursive: true });
  const app = await startApp({
    databaseUrl: database.url,
    dataDir,
    port: Number(process.env.E2E_PORT),
    logFile: "test-results/app.log",
    environment: { SANDBOX_MAX_SIDE_PX: "480" }, // what is judged is the screen
  });
  // An environment has no undefined: it would become that very word.
  const given = Object.entries(app.environment).filter(([, value]) => value !== undefined);
  Object.assign(process.env, Object.fromEntries(given));
  return async () => {
    await app.stop();
    await server.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
}
