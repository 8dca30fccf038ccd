import type { Locator, Page } from "@playwright/test";
import { expect, untilAwake } from "./fixtures.ts";
import { pngOf } from "./png.ts";

/** A clip takes a few seconds to render, and both projects share two cores. */
export const CLIP_WITHIN_MS = 90_000;

/** A picture is cleaned in a process of its own before it is stored. */
const STORED_WITHIN_MS = 20_000;

export function prompt(page: Page): Locator {
  return page.getByRole("textbox", { name: "Prompt", exact: true });
}

export function generate(page: Page): Locator {
  return page.getByRole("button", { name: "Generate" });
}

export function stage(page: Page): Locator {
  return page.getByRole("region", { name: "Stage" });
}

export function firstFrame(page: Page): Locator {
  return page.getByRole("region", { name: "First frame" });
}

/** The one that is no camera. */
export function fileInput(frame: Locator): Locator {
  return frame.locator("input[type=file]:not([capture])");
}

export async function openSettings(page: Page, isMobile: boolean): Promise<Locator> {
  if (!isMobile) return page.getByRole("region", { name: "Settings" });
  const change = page.getByRole("button", { name: /Change$/ });
  await untilAwake(change);
  await change.click();
  const sheet = page.getByRole("dialog", { name: "Settings", exact: true });
  await expect(sheet).toBeVisible();
  return sheet;
}

export async function expectStored(page: Page, size: string): Promise<void> {
  await expect(firstFrame(page).getByText(size)).toBeVisible({ timeout: STORED_WITHIN_MS });
}

export async function expectPlaying(clip: Locator): Promise<void> {
  await expect(clip).toBeVisible({ timeout: CLIP_WITHIN_MS });
  const readTime = () =>
    clip.evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : 0));
  await expect.poll(readTime, { timeout: 20_000 }).toBeGreaterThan(0);
}

export function countOrders(page: Page): () => number {
  let orders = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/tasks")) orders += 1;
  });
  return () => orders;
}

type Size = { widthPx: number; heightPx: number };

export async function chooseFile(frame: Locator, name: string, size: Size): Promise<void> {
  await fileInput(frame).setInputFiles({ name, mimeType: "image/png", buffer: pngOf(size) });
}
