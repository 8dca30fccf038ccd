import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

test("an effect is found by a part of its identifier and tells what it takes, with the source", async ({
  page,
}) => {
  await page.goto("/create/text-to-video");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Library" }).click();
  await page.goto("/library/effects");
  await page.getByRole("searchbox", { name: "Search effects" }).fill("hug");
  await expect(page.getByRole("status").filter({ hasText: "effects" })).toContainText(/^\d effects$/);
  await page
    .getByRole("button", { name: /hug_pro/ })
    .first()
    .click();
  const sheet = page.getByRole("dialog", { name: "Hug pro" });
  await expect(sheet).toContainText("Two pictures; the first stands on the left");
  await expect(sheet).toContainText("Source: off-26b §7b");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});

test("what was discontinued is shown when it is asked for, and the address keeps the filter", async ({
  page,
}) => {
  await page.goto("/library/effects?search=celebration");
  await expect(page.getByRole("heading", { name: "No effect is called that" })).toBeVisible();
  await page.getByRole("button", { name: "Show discontinued" }).click();
  await expect(page.getByRole("button", { name: /celebration/ })).toContainText("Discontinued");
  await page.reload();
  await page.getByRole("button", { name: /celebration/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Discontinued since 2025-12-30");
});
