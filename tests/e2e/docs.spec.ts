import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

test("the capability map can be narrowed to a kind and a model, and the address keeps it", async ({
  page,
}) => {
  await page.goto("/docs/capabilities");
  await expect(page.getByRole("heading", { name: "Avatar" })).toBeVisible();
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Image to video");
  await expect(page.getByRole("heading", { name: "Avatar" })).toBeHidden();
  await page.getByRole("combobox", { name: "Model" }).selectOption("Kling 3.0");
  await expect(page).toHaveURL(/kind=image2video&model=kling-v3$/);
  await page.reload();
  const table = page.getByRole("region", { name: "Image to video" }).getByRole("table");
  await expect(table.getByRole("row").filter({ hasText: "Several shots" })).toContainText("Offered");
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});

test("an operation is described, and can be tried with a key", async ({ page, pageErrors, isMobile }) => {
  pageErrors.allow(/401/);
  await page.goto("/docs/api");
  await page.getByRole("link", { name: "POST /v1/videos/text2video" }).click();
  await expect(page.getByRole("heading", { name: "POST /v1/videos/text2video" })).toBeVisible();
  await expect(page.getByText("API keys whose scope allows task.create")).toBeVisible();
  await page.getByLabel("API key", { exact: true }).fill("fw_not_a_key");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Status 401")).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
  if (!isMobile) return;
  await page.getByRole("link", { name: "All operations" }).click();
  await expect(page.getByRole("link", { name: "POST /v1/videos/text2video" })).toBeVisible();
});
