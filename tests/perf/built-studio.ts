import { mkdir, rm } from "node:fs/promises";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import { chromiumFlags, ensureChromium } from "#scripts/browser.ts";
import { buildWhenStale } from "#scripts/build.ts";
import { freePort } from "#scripts/free-port.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { stdoutReporter as reporter } from "#scripts/reporter.ts";
import { startApp } from "#tests/support/start-app.ts";
import { cloneTestDatabase, startTestServer } from "#tests/support/test-database.ts";

const ACCOUNT = {
  email: "ann@example.com",
  password: "boat-kettle-91-lantern",
  name: "Ann",
  teamName: "Kites",
};

export type BuiltStudio = {
  readonly browser: Browser;
  readonly origin: string;
  /** A visitor who has signed in: the one member of the one team. */
  readonly visit: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

/**
 * Measures something in a browser before the production build, on a database of its own with one team; all of it is gone
 * afterwards. The process ends with 1 when `measure` finds something over its budget.
 */
export async function measureBuiltStudio(measure: (studio: BuiltStudio) => Promise<boolean>): Promise<void> {
  await buildWhenStale(reporter);
  const executablePath = await ensureChromium(reporter);
  const server = await startTestServer();
  const [database, dataDir] = await Promise.all([cloneTestDatabase(server.url), createThrowAwayDir()]);
  await mkdir("test-results", { recursive: true });
  const app = await startApp({
    databaseUrl: database.url,
    dataDir,
    port: await freePort(),
    logFile: "test-results/perf-app.log",
  });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  try {
    const origin = app.url;
    const setUp = await browser.newContext();
    await post(setUp, { origin, path: "/api/setup", data: ACCOUNT });
    await setUp.close();
    const isOver = await measure({ browser, origin, visit: (options) => visit(browser, origin, options) });
    process.exitCode = isOver ? 1 : 0;
  } finally {
    await browser.close();
    await app.stop();
    await server.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function visit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, locale: "en-US", ...options });
  const { email, password } = ACCOUNT;
  await post(context, { origin, path: "/api/auth/sign-in/email", data: { email, password } });
  return context;
}

type Posted = { readonly origin: string; readonly path: string; readonly data: object };

async function post(context: BrowserContext, { origin, path, data }: Posted): Promise<void> {
  const response = await context.request.post(origin + path, { data, headers: { origin } });
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
}
