import type { Locator, Page } from "@playwright/test";
import { uploadMedia } from "#lib/assets/upload-media.ts";
import { testFilm, testSound } from "#tests/support/test-media.ts";
import { fileInput } from "./create-screen.ts";
import type { TestMember } from "./fixtures.ts";
import { pngOf } from "./png.ts";

/** What the tests of every tool do: find its places, put files into them, choose from the team's own. */

/** A place for a file, by the name that stands on it. */
export function slot(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** Chooses a picture of this size from the device; it is stored when its measures stand on it. */
export async function givePicture(
  place: Locator,
  size: { widthPx: number; heightPx: number },
): Promise<void> {
  const buffer = pngOf(size);
  await fileInput(place).setInputFiles({ name: "picture.png", mimeType: "image/png", buffer });
  await place.getByText(`${size.widthPx} × ${size.heightPx}`).waitFor();
}

/** Chooses a file of the team by its name. */
export async function giveEarlier(page: Page, place: Locator, name: string): Promise<void> {
  await place.getByRole("button", { name: "Earlier" }).click();
  // Its measures may be said with it.
  await page
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(`^${name.replaceAll(".", "\\.")}\\b`) })
    .click();
  await place.getByText(name).waitFor();
}

/** A film of three seconds, or a sound of six, that the team has uploaded before; gives its id. */
export async function uploadEarlier(
  { caller }: TestMember,
  { type, name }: { type: "video" | "audio"; name: string },
): Promise<string> {
  const bytes = type === "video" ? await testFilm() : testSound();
  const signal = AbortSignal.timeout(60_000);
  return (await uploadMedia({ caller, bytes, name, type, signal })).id;
}
