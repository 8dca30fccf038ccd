import {
  CLIP_WITHIN_MS,
  chooseFile,
  countOrders,
  expectPlaying,
  expectStored,
  fileInput,
  firstFrame,
  generate,
  openSettings,
  prompt,
  stage,
} from "./create-screen.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

test("a prompt becomes a clip that plays, and the draft stays", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS + 30_000);
  await page.goto("/create");
  await expect(page).toHaveURL(/\/create\/text-to-video$/);
  await prompt(page).fill("A paper boat drifts across a misty lake");
  await generate(page).click();
  await expect(stage(page).getByRole("article", { name: "Take" })).toBeVisible();
  await expectPlaying(stage(page).getByLabel(/^Clip: A paper boat/));
  await expect(prompt(page)).toHaveValue("A paper boat drifts across a misty lake");
});

test("a picture becomes a clip", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS + 30_000);
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "boat.png", { widthPx: 640, heightPx: 360 });
  await expectStored(page, "640 × 360");
  await prompt(page).fill("The boat sails away");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: The boat/));
});

test("an example runs with one click", async ({ page }) => {
  await page.goto("/create/text-to-video");
  await page.getByRole("button", { name: /A quiet morning/ }).click();
  await expect(stage(page).getByRole("article", { name: "Take" })).toBeVisible();
  await expect(prompt(page)).toHaveValue(/paper boat/);
});

test("a choice that is not possible says why, and one click makes it possible", async ({
  page,
  isMobile,
}) => {
  await page.goto("/create/text-to-video");
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "12", exact: true }).check();
  // A blocked chip is `aria-disabled` and still answers: that is its point.
  await settings.getByRole("radio", { name: "Kling 2.6" }).click({ force: true });
  await expect(settings.getByText("Kling 2.6 makes clips of 5 or 10 s")).toBeVisible();
  await settings.getByRole("button", { name: "Make it 10 s" }).click();
  await expect(settings.getByRole("radio", { name: "Kling 2.6" })).toBeChecked();
  await expect(settings.getByRole("radio", { name: "10 s" })).toBeChecked();
});

test("what is missing is said and focused instead of sent", async ({ page }) => {
  const orders = countOrders(page);
  await page.goto("/create/text-to-video");
  await generate(page).click();
  await expect(page.getByText("Write a prompt", { exact: true })).toBeVisible();
  await expect(prompt(page)).toBeFocused();
  expect(orders()).toBe(0);
});

test("Ctrl+Enter orders while typing", async ({ page, isMobile }) => {
  test.skip(isMobile, "phones have no such keys");
  await page.goto("/create/text-to-video");
  await prompt(page).fill("A red fox");
  await prompt(page).press("Control+Enter");
  await expect(stage(page).getByRole("article", { name: "Take" })).toBeVisible();
});

test("the draft survives a reload and a change of tool, with its picture", async ({ page, isMobile }) => {
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "boat.png", { widthPx: 640, heightPx: 360 });
  await expectStored(page, "640 × 360");
  await prompt(page).fill("The boat sails away");
  await page.getByRole("link", { name: "Text to video" }).click();
  await expect(page).toHaveURL(/text-to-video$/);
  await page.reload();
  await expect(prompt(page)).toHaveValue("The boat sails away");
  await page.goBack();
  await expect(firstFrame(page).getByRole("img", { name: "First frame" })).toBeVisible();
  if (!isMobile) await expect(page.getByText("1280 × 720")).toBeVisible();
});

test("another tab's newer draft is offered, and nothing is overwritten unasked", async ({
  page,
  context,
}) => {
  await page.goto("/create/text-to-video");
  await prompt(page).fill("mine");
  const other = await context.newPage();
  await other.goto("/create/text-to-video");
  await expect(prompt(other)).toHaveValue("mine");
  await prompt(other).fill("the other one");
  await expect(page.getByText("Another tab has a newer draft")).toBeVisible();
  await expect(prompt(page)).toHaveValue("mine");
  await page.getByRole("button", { name: "Use the other" }).click();
  await expect(prompt(page)).toHaveValue("the other one");
});

test("a picture that is too wide is cut in the browser before it is sent", async ({ page }) => {
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "wide.png", { widthPx: 1200, heightPx: 300 });
  const fixer = page.getByRole("dialog", { name: "Make this picture fit" });
  await expect(fixer.getByText("The ratio must be between 1:2.5 and 2.5:1")).toBeVisible();
  await expect(fixer.getByText("Result: 750 × 300")).toBeVisible();
  await fixer.getByRole("button", { name: /^Part that is used/ }).press("ArrowRight");
  await fixer.getByRole("button", { name: "Fix and use" }).click();
  await expectStored(page, "750 × 300");
});

test("a file that no browser can show is explained", async ({ page }) => {
  await page.goto("/create/image-to-video");
  await fileInput(firstFrame(page)).setInputFiles({
    name: "photo.heic",
    mimeType: "image/heic",
    buffer: Buffer.from("not really a photo"),
  });
  await expect(firstFrame(page).getByText(/photo\.heic is a HEIC photo/)).toBeVisible();
});

test("an order whose answer is lost is sent again under the same key, and made once", async ({
  page,
  pageErrors,
}) => {
  pageErrors.allow(/Failed to load resource|ERR_/);
  const keys: (string | undefined)[] = [];
  await page.route("**/api/tasks", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.fallback();
    await route.fetch(); // the server has it, the browser never hears of it
    await route.abort("connectionreset");
  });
  await page.goto("/create/text-to-video");
  await prompt(page).fill("A boat, once");
  await generate(page).click();
  await expect(stage(page).getByRole("article", { name: "Take" })).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  const { tasks } = await (await page.request.get("/api/tasks")).json();
  expect(tasks).toHaveLength(1);
});

test("the request can be read as the command that would send it", async ({ page }) => {
  await page.goto("/create/text-to-video");
  await prompt(page).fill("It's a boat");
  await page.getByRole("button", { name: "Show the request as cURL or JSON" }).click();
  await expect(page.getByText(/curl -X POST '.*\/v1\/videos\/text2video'/)).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  for (const tool of ["text-to-video", "image-to-video"] as const) {
    test(`${tool} has no serious accessibility problem in the ${theme} theme`, async ({ page, isMobile }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(`/create/${tool}`);
      await generate(page).click();
      await expectAccessible(page);
      if (!isMobile) return;
      await openSettings(page, true);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }
}
