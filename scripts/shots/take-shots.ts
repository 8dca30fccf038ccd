import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Reporter } from "#scripts/reporter.ts";
import { allVariants, DEVICES, type Screen, type Variant } from "./screens.ts";
import type { SeededTasks } from "./seed.ts";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Shots = {
  browser: Browser;
  baseUrl: string;
  folder: string;
  screens: readonly Screen[];
  storageState: StorageState | undefined;
  tasks: SeededTasks | undefined;
  reporter: Reporter;
};

const SETTLE_MS = 700; // fonts, posters and the entry animation; pictures are for looking at, not for comparing
const PAGE_WITHIN_MS = 20_000;

/** Photographs every screen in every variant. A screen that fails is told and skipped. Returns how many failed. */
export async function takeShots(shots: Shots): Promise<number> {
  let failed = 0;
  for (const variant of allVariants()) {
    const context = await openContext(shots, variant);
    const page = await context.newPage();
    for (const screen of shots.screens) {
      try {
        await takeShot({ page, screen, variant, shots });
      } catch (error) {
        failed += 1;
        shots.reporter.info(
          `${nameOf(screen, variant)} failed: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    await context.close();
  }
  return failed;
}

function openContext({ browser, baseUrl, storageState }: Shots, { device, theme, locale }: Variant) {
  return browser.newContext({
    ...DEVICES[device],
    baseURL: baseUrl,
    colorScheme: theme,
    locale,
    ...(storageState === undefined ? {} : { storageState }),
  });
}

type OneShot = { page: Page; screen: Screen; variant: Variant; shots: Shots };

async function takeShot({ page, screen, variant, shots }: OneShot): Promise<void> {
  await page.goto(fillIn(screen.path, shots.tasks), { timeout: PAGE_WITHIN_MS });
  await page.waitForTimeout(SETTLE_MS);
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflowPx > 0)
    shots.reporter.info(`${nameOf(screen, variant)} is ${overflowPx} px wider than the window`);
  await showWholePage(page);
  await page.screenshot({ path: path.join(shots.folder, `${nameOf(screen, variant)}.png`) });
  await page.setViewportSize(DEVICES[variant.device].viewport);
}

/** A window as tall as the page: what is fixed to its edges stays at the edges, unlike in a stitched picture. */
async function showWholePage(page: Page): Promise<void> {
  const size = await page.evaluate(() => ({
    width: window.innerWidth,
    height: Math.max(window.innerHeight, document.documentElement.scrollHeight),
  }));
  await page.setViewportSize(size);
}

function nameOf({ name }: Screen, { device, theme, locale }: Variant): string {
  return `${name}.${device}.${theme}.${locale}`;
}

function fillIn(template: string, tasks: SeededTasks | undefined): string {
  if (tasks === undefined) return template;
  return template
    .replace("{succeeded}", tasks.succeeded)
    .replace("{failed}", tasks.failed)
    .replace("{running}", tasks.running);
}
