import type { Locator, Page } from "@playwright/test";
import { testFilm } from "../support/test-media.ts";
import { expect, untilAwake } from "./fixtures.ts";

/** A film is read by the server before it is kept. */
const STORED_WITHIN_MS = 60_000;

export async function openMovement(page: Page): Promise<Locator> {
  await page.goto("/create/motion-control");
  const slot = page.getByRole("region", { name: "Movement" });
  await untilAwake(slot);
  return slot;
}

type Chosen = { name: string; mimeType: string; buffer: Buffer };

export function choose(slot: Locator, file: Chosen): Promise<void> {
  return slot.locator("input[type=file]:not([capture])").setInputFiles(file);
}

export async function film(name: string, size?: Parameters<typeof testFilm>[0]): Promise<Chosen> {
  return { name, mimeType: "video/mp4", buffer: await testFilm(size) };
}

export function expectStored(slot: Locator, facts: string): Promise<void> {
  return expect(slot.getByText(facts)).toBeVisible({ timeout: STORED_WITHIN_MS });
}
