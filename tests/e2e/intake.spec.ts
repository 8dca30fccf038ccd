import { testSound } from "../support/test-media.ts";
import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";
import { choose, expectStored, film, openMovement } from "./intake-screen.ts";

/** Films are decoded and encoded in software here, and both projects share two cores. */
const CONVERTED_WITHIN_MS = 120_000;

/** Wider than 3850 pixels and longer than 30 s: twice too much for a movement that is copied. Few pictures, for the machine. */
const UNFIT = { widthPx: 3860, heightPx: 1000, fps: 2, durationSeconds: 31 };

test("a film that is too wide and too long is put right in the browser, by keys alone, and stored", async ({
  page,
}) => {
  const slot = await openMovement(page);
  await choose(slot, await film("dancer.mp4", UNFIT));
  const fixer = page.getByRole("dialog", { name: "Make this video fit" });
  await expect(fixer.getByText("Each side must be between 340 and 3850 pixels")).toBeVisible();
  await expect(fixer.getByText("The length must be between 3 and 30 s")).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
  const end = fixer.getByRole("slider", { name: "End" });
  await end.focus();
  await end.press("Home"); // as short as it may be
  await expect(end).toHaveAttribute("aria-valuenow", "3");
  await end.press("ArrowRight");
  await expect(end).toHaveAttribute("aria-valuenow", "3.1");
  await end.press("ArrowLeft");
  await fixer.getByRole("button", { name: "Fix and use" }).press("Enter");
  await expect(fixer).toBeHidden({ timeout: CONVERTED_WITHIN_MS });
  await expectStored(slot, "3850 × 996 · 3 s");
  await expectAccessible(page);
});

test("an upload whose network is lost says so and goes on by itself", async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to load resource|Failed to fetch/);
  const slot = await openMovement(page);
  // The first part is held back on its way, so that the network can be lost while it is under way.
  const held = Promise.withResolvers<void>();
  let parts = 0;
  await page.route("**/api/uploads/*", async (route) => {
    if (route.request().method() !== "PATCH") return route.fallback();
    parts += 1;
    if (parts > 1) return route.fallback();
    await held.promise;
    await route.abort("internetdisconnected");
  });
  await choose(slot, await film("boat.mp4"));
  await expect(slot.getByText(/^Uploading/)).toBeVisible();
  await context.setOffline(true);
  held.resolve();
  await expect(slot.getByText(/You are offline/)).toBeVisible();
  await context.setOffline(false);
  await expectStored(slot, "1920 × 1080 · 3 s");
  expect(parts).toBeGreaterThan(1);
});

test("an upload goes on while other screens are looked at, and its form has it afterwards", async ({
  page,
}) => {
  const slot = await openMovement(page);
  const held = Promise.withResolvers<void>();
  await page.route("**/api/uploads/*", async (route) => {
    if (route.request().method() === "PATCH") await held.promise;
    await route.fallback();
  });
  await choose(slot, await film("boat.mp4"));
  await expect(slot.getByText(/^Uploading/)).toBeVisible();
  await page.getByRole("link", { name: "Gallery" }).first().click();
  const tray = page.getByRole("complementary", { name: "Uploads" });
  await tray.getByRole("button", { name: "Show uploads" }).click();
  await expect(tray.getByText("boat.mp4")).toBeVisible();
  await expectAccessible(page);
  held.resolve();
  await page.goBack();
  await expectStored(page.getByRole("region", { name: "Movement" }), "1920 × 1080 · 3 s");
  await expect(tray).toBeHidden();
});

test("a broken file says why, can be replaced, and leaves nothing behind", async ({ page }) => {
  const slot = await openMovement(page);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await choose(slot, { name: "torn.mp4", mimeType: "video/mp4", buffer: Buffer.from("no film at all") });
  await expect(slot.getByRole("alert")).toContainText("torn.mp4 cannot be read");
  await choose(slot, { name: "hum.wav", mimeType: "audio/wav", buffer: testSound() });
  await expect(slot.getByRole("alert")).toContainText("Another kind of file belongs here: MP4, MOV.");
  await expectAccessible(page);
  expect(requests.filter((it) => it.startsWith("POST /api/uploads"))).toEqual([]);
  await choose(slot, await film("boat.mp4"));
  await expectStored(slot, "1920 × 1080 · 3 s");
  await slot.getByRole("button", { name: "Remove boat.mp4" }).click();
  await expect(slot.getByText("Choose a file")).toBeVisible();
});

test("a film that is in the library already is taken from there", async ({ page }) => {
  const slot = await openMovement(page);
  await choose(slot, await film("boat.mp4"));
  await expectStored(slot, "1920 × 1080 · 3 s");
  await slot.getByRole("button", { name: "Remove boat.mp4" }).click();
  await slot.getByRole("button", { name: "Earlier files" }).click();
  const picker = page.getByRole("dialog", { name: "Use an earlier file" });
  await picker.getByRole("button", { name: /boat\.mp4/ }).click();
  await expectStored(slot, "1920 × 1080 · 3 s");
});
