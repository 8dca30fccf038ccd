import type { Locator, Page } from "@playwright/test";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test, untilAwake } from "./fixtures.ts";
import { REFUSED_CONTENT, seedTask, TIMED_OUT } from "./seed-task.ts";

/** A clip takes a few seconds to render, and both projects share two cores. */
const CLIP_WITHIN_MS = 90_000;

test("a clip appears in every open tab while it is made, and ends as a picture", async ({
  page,
  context,
  member,
}) => {
  test.setTimeout(CLIP_WITHIN_MS + 30_000);
  const other = await context.newPage();
  await Promise.all([page.goto("/gallery"), other.goto("/gallery?status=running")]);
  await expect(page.getByRole("heading", { name: "Your clips will be here" })).toBeVisible();
  await order(member, "A paper boat on a lake");
  await expect(card(page, "A paper boat on a lake")).toBeVisible();
  await expect(card(other, "A paper boat on a lake")).toBeVisible();
  await expect(card(page, "A paper boat on a lake").locator("img")).toBeVisible({ timeout: CLIP_WITHIN_MS });
  await expect(card(other, "A paper boat on a lake")).toBeHidden();
});

test("what happened while the network was away is there when it returns", async ({
  page,
  context,
  member,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED|Failed to load (resource|chunk)/);
  await page.goto("/gallery");
  await expect(page.getByRole("img", { name: /live/i }).first()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole("status").getByText(/^No connection/)).toBeVisible();
  await seedTask(member, { prompt: "missed", status: "failed", failure: TIMED_OUT });
  await context.setOffline(false);
  await expect(card(page, "missed")).toBeVisible();
});

test("filters survive a reload and the back button", async ({ page, member }) => {
  await seedTask(member, { prompt: "a fox", status: "failed", failure: REFUSED_CONTENT });
  await seedTask(member, { prompt: "a whale", status: "canceled" });
  await page.goto("/gallery");
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole("combobox", { name: "Status" }).selectOption({ label: "Failed" });
  await expect(cards(page)).toHaveCount(1);
  await page.reload();
  await expect(page).toHaveURL(/status=failed/);
  await expect(card(page, "a fox")).toBeVisible();
  await expect(cards(page)).toHaveCount(1);
  await page.goBack();
  await expect(cards(page)).toHaveCount(2);
});

test("search finds Chinese as well, and nothing found offers a way back", async ({ page, member }) => {
  await seedTask(member, { prompt: "雪夜里的狐狸", status: "canceled" });
  await seedTask(member, { prompt: "a whale", status: "canceled" });
  await page.goto("/gallery");
  await page.getByRole("searchbox").fill("狐狸");
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show all clips" }).click();
  await expect(cards(page)).toHaveCount(2);
});

test("the trash can be undone at once and emptied into the gallery later", async ({ page, member }) => {
  await seedTask(member, { prompt: "a fox", status: "canceled" });
  await page.goto("/gallery");
  await chooseInMenu(page, "a fox", "Move to trash");
  await expect(card(page, "a fox")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, "a fox")).toBeVisible();
  await page.reload();
  await chooseInMenu(page, "a fox", "Move to trash");
  await expect(page.getByText("Moved to the trash")).toBeVisible();
  await page.goto("/gallery?trash=true");
  await chooseInMenu(page, "a fox", "Restore");
  await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await page.goto("/gallery");
  await expect(card(page, "a fox")).toBeVisible();
});

test("a refused trash puts the card back and says why", async ({ page, member, pageErrors }) => {
  pageErrors.allow(/503/);
  await seedTask(member, { prompt: "a fox", status: "canceled" });
  await page.route("**/api/tasks/*", (route) =>
    route.request().method() === "DELETE" ? route.fulfill({ status: 503 }) : route.fallback(),
  );
  await page.goto("/gallery");
  await chooseInMenu(page, "a fox", "Move to trash");
  await expect(page.getByText("It could not be moved to the trash")).toBeVisible();
  await expect(card(page, "a fox")).toBeVisible();
});

test("a failed card says what happened and tries again", async ({ page, member }) => {
  test.setTimeout(CLIP_WITHIN_MS + 30_000);
  await seedTask(member, { prompt: "a fox in snow", status: "failed", failure: TIMED_OUT });
  await page.goto("/gallery");
  const fox = card(page, "a fox in snow");
  await expect(fox).toContainText("The service is backed up and timed out");
  await expect(fox).toContainText("Try again; the same request may work now");
  await fox.getByRole("button", { name: "Try again" }).click();
  await expect(fox.getByRole("button", { name: "Try again" })).toBeHidden();
  await expect(fox.locator("img")).toBeVisible({ timeout: CLIP_WITHIN_MS });
});

test("a queued card shows its place and can be canceled", async ({ page, member }) => {
  await seedTask(member, { prompt: "first", status: "queued" });
  await seedTask(member, { prompt: "second", status: "queued" });
  await page.goto("/gallery");
  await expect(card(page, "first")).toContainText("Next in line");
  await expect(card(page, "second")).toContainText("1 clip ahead");
  await card(page, "first").getByRole("button", { name: "Cancel" }).click();
  await expect(card(page, "first")).toContainText("Canceled before it started");
  await expect(card(page, "second")).toContainText("Next in line");
});

test("the keyboard walks the cards, opens, searches and throws away", async ({ page, member, isMobile }) => {
  test.skip(isMobile, "phones have no such keys");
  for (const prompt of ["one", "two", "three"]) await seedTask(member, { prompt, status: "canceled" });
  await page.goto("/gallery");
  await untilAwake(page.getByRole("searchbox"));
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "three" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("link", { name: "two" })).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(card(page, "two")).toBeHidden();
  await expect(page.getByRole("link", { name: "one" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("link", { name: "three" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tasks\/task_/);
});

test("only the cards in sight are in the document, and scrolling brings the rest", async ({
  page,
  member,
}) => {
  test.slow();
  for (let number = 0; number < 90; number += 1) {
    await seedTask(member, { prompt: `clip ${number}`, status: "canceled" });
  }
  await page.goto("/gallery");
  await expect(card(page, "clip 89")).toBeVisible();
  await expect.poll(() => cards(page).count()).toBeLessThan(40);
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await page.evaluate(() => scrollBy(0, 4000)); // phones have no wheel
    await expect(card(page, "clip 0")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText("That is everything")).toBeVisible();
  expect(await cards(page).count()).toBeLessThan(40);
});

test("an empty gallery offers examples that fill the form", async ({ page }) => {
  await page.goto("/gallery");
  await page.getByRole("link", { name: /A small paper boat/ }).click();
  await expect(page).toHaveURL(/\/create\/text-to-video/);
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).toHaveValue(/^A small paper boat/);
});

for (const theme of ["light", "dark"] as const) {
  test(`has no serious accessibility problem and no sideways scroll in the ${theme} theme`, async ({
    page,
    member,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.goto("/gallery");
    await expectAccessible(page);
    await seedTask(member, { prompt: "a fox", status: "failed", failure: REFUSED_CONTENT });
    await seedTask(member, { prompt: "a whale", status: "canceled" });
    await seedTask(member, { prompt: "an owl", status: "queued" });
    await seedTask(member, { prompt: "a bear", status: "unknown" });
    await expect(cards(page)).toHaveCount(4);
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
  });
}

async function order({ caller }: TestMember, prompt: string): Promise<void> {
  const request = {
    kind: "text2video",
    model_name: "kling-v2-5-turbo",
    mode: "std",
    duration: "5",
    prompt,
  } as const;
  await createTasks({ caller, request });
}

function cards(page: Page): Locator {
  return page.getByRole("article");
}

function card(page: Page, prompt: string): Locator {
  return page.getByRole("article", { name: prompt, exact: true });
}

async function chooseInMenu(page: Page, prompt: string, item: string): Promise<void> {
  await card(page, prompt).getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
