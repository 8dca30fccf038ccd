import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { type App, startApp } from "#tests/support/start-app.ts";
import { cloneTestDatabase, startTestServer } from "#tests/support/test-database.ts";
import { chromiumFlags, ensureChromium } from "./browser.ts";
import { buildWhenStale } from "./build.ts";
import { freePort } from "./free-port.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { createThrowAwayDir } from "./postgres/throw-away.ts";
import { PROJECT_DIR } from "./project-dir.ts";
import { stdoutReporter as reporter } from "./reporter.ts";
import { SCREENS, type Screen } from "./shots/screens.ts";
import { ACCOUNT, seedTasks } from "./shots/seed.ts";
import { takeShots } from "./shots/take-shots.ts";

const FOLDER = path.join(PROJECT_DIR, "shots");

/**
 * `npm run shots [-- --only gallery]`: pictures of every main screen × desktop and phone × light and dark × Chinese and
 * English, of a throw-away studio with a few clips in it, for looking at.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
  const screens = SCREENS.filter(({ name }) => name.startsWith(values.only));
  await buildWhenStale(reporter);
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const failed = await withStudio((app, browser) => photograph(app, browser, screens));
  reporter.info(`the pictures are in ${FOLDER}`);
  if (failed > 0) throw new OperatorError(`${failed} pictures could not be taken.`);
});

async function withStudio<T>(work: (app: App, browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = await ensureChromium(reporter);
  const server = await reporter.step("starting a throw-away database", startTestServer);
  const [{ url: databaseUrl }, dataDir] = await Promise.all([
    cloneTestDatabase(server.url),
    createThrowAwayDir(),
  ]);
  const app = await startApp({
    databaseUrl,
    dataDir,
    port: await freePort(),
    logFile: path.join(FOLDER, "app.log"),
  });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  try {
    return await work(app, browser);
  } finally {
    await browser.close();
    await app.stop();
    await server.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function photograph(app: App, browser: Browser, screens: readonly Screen[]): Promise<number> {
  const shared = { browser, baseUrl: app.url, folder: FOLDER, reporter };
  const of = (scene: Screen["scene"]) => screens.filter((screen) => screen.scene === scene);
  const before = await takeShots({
    ...shared,
    screens: of("no-team"),
    storageState: undefined,
    tasks: undefined,
  });
  const member = await browser.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url } });
  const setUp = await member.request.post("/api/setup", { data: ACCOUNT });
  if (!setUp.ok()) throw new OperatorError(`The set-up failed with ${setUp.status()}: ${await setUp.text()}`);
  const { email, password } = ACCOUNT;
  await member.request.post("/api/auth/sign-in/email", { data: { email, password } });
  const tasks = await reporter.step("rendering a few clips", () => seedTasks(member.request));
  const storageState = await member.storageState();
  const outside = await takeShots({ ...shared, screens: of("signed-out"), storageState: undefined, tasks });
  const inside = await takeShots({ ...shared, screens: of("signed-in"), storageState, tasks });
  return before + outside + inside;
}
