import type { BrowserContext, Page } from "@playwright/test";
import { prompt } from "./create-screen.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

const TEXT = "/create/text-to-video";

function drafts(page: Page, state: string) {
  return page.getByRole("button", { name: `Drafts: ${state}` });
}

async function expectSaved(page: Page): Promise<void> {
  await expect(drafts(page, "Saved")).toBeVisible();
}

/** Another device: the same person, and nothing that the first browser keeps. */
async function otherDevice(context: BrowserContext): Promise<Page> {
  const { cookies } = await context.storageState();
  const device = await context.browser()?.newContext({ storageState: { cookies, origins: [] } });
  if (device === undefined) throw new Error("the browser is gone");
  return device.newPage();
}

test("a page that is killed in the middle of an edit comes back with every letter", async ({
  page,
  context,
}) => {
  await page.goto(TEXT);
  await prompt(page).fill("A kite over the sea at dawn");
  await page.close({ runBeforeUnload: false }); // before anything could reach the server
  const again = await context.newPage();
  await again.goto(TEXT);
  await expect(prompt(again)).toHaveValue("A kite over the sea at dawn");
});

test("what was begun on one device goes on on another", async ({ page, context }) => {
  await page.goto(TEXT);
  await prompt(page).fill("A kite over the sea");
  await expectSaved(page);
  const other = await otherDevice(context);
  await other.goto(TEXT);
  await drafts(other, "Drafts").click();
  const sheet = other.getByRole("dialog", { name: "Drafts" });
  await sheet
    .getByRole("button", { name: /A kite over the sea/ })
    .first()
    .click();
  await expect(prompt(other)).toHaveValue("A kite over the sea");
  await prompt(other).fill("A kite over the sea, and a second one");
  await expectSaved(other);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(prompt(page)).toHaveValue("A kite over the sea, and a second one");
  await other.context().close();
});

test("two devices that change one draft at once lose neither text", async ({ page, context, pageErrors }) => {
  pageErrors.allow(/409/);
  await page.goto(TEXT);
  await prompt(page).fill("A kite");
  await expectSaved(page);
  const other = await otherDevice(context);
  await other.goto(TEXT);
  await drafts(other, "Drafts").click();
  await other
    .getByRole("dialog")
    .getByRole("button", { name: /A kite/ })
    .first()
    .click();
  await expect(prompt(other)).toHaveValue("A kite");
  await prompt(other).fill("A red kite");
  await expectSaved(other);
  await prompt(page).fill("A blue kite");
  const notice = page.getByText("You saved a newer version elsewhere");
  await expect(notice).toBeVisible();
  await expect(page.getByText("Different there: prompt.")).toBeVisible();
  await expect(prompt(page)).toHaveValue("A blue kite");
  await page.getByRole("button", { name: "Keep mine as a copy" }).click();
  await expect(notice).toBeHidden();
  await expectSaved(page);
  await drafts(page, "Saved").click();
  const sheet = page.getByRole("dialog", { name: "Drafts" });
  await expect(sheet.getByRole("button", { name: /^A red kite/ })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: /^A red kite/ }).click();
  await expect(prompt(page)).toHaveValue("A red kite");
  await other.context().close();
});

test("a draft is named, copied, deleted, and had back", async ({ page }) => {
  await page.goto(TEXT);
  await prompt(page).fill("A lantern");
  await expectSaved(page);
  await drafts(page, "Saved").click();
  const sheet = page.getByRole("dialog", { name: "Drafts" });
  await sheet.getByRole("textbox", { name: "Name" }).fill("Night scene");
  await sheet.getByRole("textbox", { name: "Name" }).press("Enter");
  await sheet.getByRole("button", { name: "Duplicate" }).click();
  await expect(sheet.getByRole("button", { name: /^Night scene/ })).toBeVisible();
  await sheet.getByRole("button", { name: "Delete: Night scene" }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await drafts(page, "Saved").click();
  await expect(sheet.getByRole("button", { name: /^Night scene/ })).toBeVisible();
  await sheet.getByRole("button", { name: "New draft" }).click();
  await expect(prompt(page)).toHaveValue("");
});

test("without a network the draft stays in the browser, and goes on to the server with it", async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(TEXT);
  await prompt(page).fill("A boat");
  await expectSaved(page);
  await context.setOffline(true);
  await prompt(page).fill("A boat in the fog");
  await expect(drafts(page, "In this browser")).toBeVisible();
  await context.setOffline(false);
  await expectSaved(page);
});
