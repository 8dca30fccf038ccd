import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/browser.ts";
import { freePort } from "./scripts/free-port.ts";

// Set once in the main process; the workers load this file again and inherit it.
process.env.E2E_PORT ??= String(await freePort());

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/playwright-app.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Only to end what hangs: how fast something is, tests/perf says, and a busy machine must fail nothing.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: process.env.STUDIO_ORIGIN ?? `http://localhost:${process.env.E2E_PORT}`,
    trace: "retain-on-failure",
    launchOptions: { args: chromiumFlags(), ...(executablePath === null ? {} : { executablePath }) },
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { ...devices["Pixel 7"] } },
  ],
});
