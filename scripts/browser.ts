import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { OperatorError } from "./operator-error.ts";
import type { Reporter } from "./reporter.ts";
import { runTool } from "./test-run/run-tool.ts";

const run = promisify(execFile);
const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The browser for tests and screenshots: CHROMIUM_PATH, else the system's, else the one Playwright has installed. */
export function findChromium(): string | null {
  const configured = process.env.CHROMIUM_PATH;
  if (configured) return configured;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/** Finds Chromium or installs it: from Debian when we are root there, else Playwright's own download. */
export async function ensureChromium(reporter: Reporter): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await reporter.step("installing Chromium with apt-get", installFromDebian).catch(() => undefined);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  await reporter.step("downloading Playwright's Chromium", () =>
    runTool("@playwright/test/cli.js", ["install", "chromium"]),
  );
  const downloaded = findChromium();
  if (downloaded === null)
    throw new OperatorError("There is no Chromium, and none could be installed; set CHROMIUM_PATH.");
  return downloaded;
}

/** What every launch needs: no background traffic, and no sandbox only where root could not have one. */
export function chromiumFlags(): string[] {
  const flags = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return process.getuid?.() === 0 ? ["--no-sandbox", ...flags] : flags;
}

async function installFromDebian(): Promise<void> {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env: environment });
  await run("apt-get", ["install", "-qy", "--no-install-recommends", "chromium", "fonts-noto-cjk"], {
    env: environment,
  });
}
