import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

test("a receiver is added, tested, looked after and removed", async ({ page, pageErrors }) => {
  pageErrors.allow(/400/); // an address that may not be called
  await page.goto("/settings/webhooks");
  await expect(page.getByRole("heading", { name: "No receivers yet" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add a receiver" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("http://127.0.0.1/");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByText("This address cannot be called")).toBeVisible();
  await dialog.getByLabel("Address").fill("https://hooks.invalid/kling");
  await dialog.getByRole("button", { name: "a connection was paused" }).click();
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByLabel("Signing secret")).toHaveValue(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "I have copied it" }).click();

  const card = page.getByRole("article", { name: "https://hooks.invalid/kling" });
  await expect(card).toContainText("a clip is ready · a task failed · a connection was paused");
  const more = card.getByRole("button", { name: /^More about/ });
  await more.click();
  await page.getByRole("menuitem", { name: "Send a test event" }).click();
  await expect(page.getByText("A test event is on its way")).toBeVisible();
  await card.getByRole("button", { name: "Log" }).click();
  const log = page.getByRole("dialog", { name: "Messages of the last 30 days" });
  await expect(log.getByText("The address could not be reached.")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
  await log.getByRole("button", { name: "Send again: test event" }).click();
  await expect(log.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Escape");

  await more.click();
  await page.getByRole("menuitem", { name: "New secret" }).click();
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("dialog").getByLabel("Signing secret")).toHaveValue(/^whsec_/);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(card.getByText("The old secret signs along until")).toBeVisible();

  await more.click();
  await page.getByRole("menuitem", { name: "Switch off" }).click();
  await expect(card.getByText("Switched off")).toBeVisible();
  await more.click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(card).toBeHidden();
});
