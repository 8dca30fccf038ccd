import type { Page } from "@playwright/test";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test } from "./fixtures.ts";
import { REFUSED_CONTENT, seedTask } from "./seed-task.ts";

/** A clip takes a few seconds to render, and both projects share two cores. */
const CLIP_WITHIN_MS = 90_000;

test("a task turns into its clip without a reload, which plays frame by frame", async ({
  page,
  member,
  isMobile,
}) => {
  test.setTimeout(CLIP_WITHIN_MS + 30_000);
  await page.emulateMedia({ reducedMotion: "reduce" }); // nothing starts by itself
  await page.goto(`/tasks/${await order(member, "A paper boat on a lake")}`);
  await expect(page).toHaveTitle(/A paper boat on a lake/);
  const clip = page.getByLabel("A paper boat on a lake", { exact: true });
  await expect(clip).toBeVisible({ timeout: CLIP_WITHIN_MS });
  await expect.poll(() => readyState(page)).toBeGreaterThan(1);
  if (isMobile) await page.getByRole("button", { name: "Next frame (.)" }).click();
  else await page.keyboard.press(".");
  await expect.poll(() => timeOf(page)).toBeCloseTo(1.5 / 24, 2);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => timeOf(page), { timeout: 20_000 }).toBeGreaterThan(0.2);
  await expect(page.getByText("480 × 270")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});

test("a failed task explains itself, and tries again when asked", async ({ page, member }) => {
  const taskId = await seedTask(member, { prompt: "a fox", status: "failed", failure: REFUSED_CONTENT });
  await page.goto(`/tasks/${taskId}`);
  const stage = page.getByRole("alert").filter({ hasText: "The content did not pass the safety check" });
  await expect(stage).toContainText("Change the prompt or the picture and submit again");
  await expect(stage).toContainText("1301");
  await expect(stage.getByRole("link", { name: "Edit and order anew" })).toHaveAttribute(
    "href",
    `/create/text-to-video?from=${taskId}`,
  );
  await stage.getByRole("button", { name: "Try again" }).click();
  await expect(stage).toBeHidden();
});

test("the ids to quote and the raw answer are there for who looks for them", async ({ page, member }) => {
  const taskId = await seedTask(member, { prompt: "a fox", status: "canceled" });
  await page.goto(`/tasks/${taskId}`);
  await expect(page.getByText(taskId, { exact: true })).toBeHidden();
  await page.getByText("References and raw answer").click();
  await expect(page.getByText(taskId, { exact: true })).toBeVisible();
});

test("trash and restore work from the task's own page", async ({ page, member }) => {
  const taskId = await seedTask(member, { prompt: "a fox", status: "canceled" });
  await page.goto(`/tasks/${taskId}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Move to trash" }).click();
  await expect(page.getByText("This task is in the trash")).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("This task is in the trash")).toBeHidden();
});

test("another team's task does not exist", async ({ page, pageErrors }) => {
  pageErrors.allow(/404/);
  const answer = await page.goto("/tasks/task_01KB0000000000000000000000");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such task" })).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`a failed task has no serious accessibility problem in the ${theme} theme`, async ({
    page,
    member,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const taskId = await seedTask(member, { prompt: "a fox", status: "failed", failure: REFUSED_CONTENT });
    await page.goto(`/tasks/${taskId}`);
    await page.getByText("References and raw answer").click();
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
  });
}

async function order({ caller }: TestMember, prompt: string): Promise<string> {
  const request = {
    kind: "text2video",
    model_name: "kling-v2-5-turbo",
    mode: "std",
    duration: "5",
    prompt,
  } as const;
  const [task] = await createTasks({ caller, request });
  return task?.id ?? "";
}

function timeOf(page: Page): Promise<number> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
}

function readyState(page: Page): Promise<number> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => video.readyState);
}
