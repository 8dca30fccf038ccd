import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { appendEvents } from "#lib/tasks/append-event.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test, untilAwake } from "./fixtures.ts";
import { seedTask } from "./seed-task.ts";

const PROMPT = "A paper boat that nobody has seen since";

/** The first order of a web process connects it to the queue. */
const ANSWERED_WITHIN_MS = 20_000;

const seedUnknown = (member: TestMember) => seedTask(member, { prompt: PROMPT, status: "unknown" });

test.describe("a task of which nobody knows what became of it", () => {
  test("says what is not known, and marked as failed without a charge it gives its units back", async ({
    page,
    member,
  }) => {
    await page.goto(`/tasks/${await seedUnknown(member)}`);
    const stage = page.getByRole("alert").filter({ hasText: "What became of it?" });
    await expect(stage).toContainText("it may have been charged. Its 1.5 units stay set aside");
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
    await stage.getByRole("button", { name: "Mark as failed" }).click();
    const dialog = page.getByRole("dialog", { name: "Mark as failed" });
    const wasCharged = dialog.getByRole("switch", { name: "The provider charged for it" });
    await expect(wasCharged).toBeChecked();
    await wasCharged.click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Mark as failed" }).click();
    await expect(
      page.getByText("Its outcome was unknown, and somebody marked it as failed", { exact: true }),
    ).toBeVisible({ timeout: ANSWERED_WITHIN_MS });
    await expect(page.getByText("Somebody decided what to do")).toBeVisible();
    const { usedUnits } = await systemDb.budget.findFirstOrThrow({
      where: { teamId: member.teamId, scope: "team" },
    });
    expect(usedUnits.toNumber()).toBe(0);
  });

  test("is submitted a second time only after it was said that this may be paid twice", async ({
    page,
    member,
  }) => {
    await page.goto(`/tasks/${await seedUnknown(member)}`);
    const stage = page.getByRole("alert").filter({ hasText: "What became of it?" });
    await stage.getByRole("button", { name: "Submit anyway" }).click();
    const dialog = page.getByRole("dialog", { name: "Submit it once more?" });
    await expect(dialog).toContainText("you pay twice");
    await expect(dialog).toContainText("1.5 units");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(stage).toBeVisible();
    await stage.getByRole("button", { name: "Submit anyway" }).click();
    await dialog.getByRole("button", { name: "Submit, even if I pay twice" }).click();
    await expect(stage).toBeHidden({ timeout: ANSWERED_WITHIN_MS });
    const entries = await systemDb.ledgerEntry.findMany({ where: { teamId: member.teamId } });
    expect(entries.map(({ kind }) => kind).sort()).toEqual(["reserve", "reserve", "settle"]);
  });

  test("can be looked for again from its card, which leads to the other decisions", async ({
    page,
    member,
  }) => {
    await seedUnknown(member);
    await page.goto("/gallery");
    const card = page.getByRole("article", { name: PROMPT });
    await expect(card.getByRole("link", { name: "Decide" })).toHaveAttribute("href", /^\/tasks\/task_/);
    await expectAccessible(page);
    await card.getByRole("button", { name: "Check again" }).click();
    await expect(card.getByRole("button", { name: "Check again" })).toBeHidden({
      timeout: ANSWERED_WITHIN_MS,
    });
  });
});

test("one's waiting tasks change places from their menus", async ({ page, member }) => {
  for (const prompt of ["the first boat", "the second boat"])
    await seedTask(member, { prompt, status: "queued" });
  await page.goto("/gallery");
  const second = page.getByRole("article", { name: "the second boat" });
  await expect(second).toContainText("1 clip ahead");
  const menu = second.getByRole("button", { name: "More actions" });
  await untilAwake(menu);
  await menu.click();
  await page.getByRole("menuitem", { name: "First of mine in the queue" }).click();
  await expect(second).toContainText("Next in line", { timeout: ANSWERED_WITHIN_MS });
  await expect(page.getByRole("article", { name: "the first boat" })).toContainText("1 clip ahead");
});

const REFUSED = {
  pausedAt: new Date(),
  pauseReason: { by: "account", code: 1102, message: "Account balance not enough" },
};

test("an account that begins to refuse is told of without a reload", async ({ page, member }) => {
  const { teamId } = member;
  const prompt = "a boat that waits";
  const taskId = await seedTask(member, { prompt, status: "queued" });
  await page.goto("/gallery");
  await expect(page.getByRole("article", { name: prompt })).toBeVisible();
  const notice = page.getByRole("status").filter({ hasText: "is paused: its account refuses new tasks" });
  await expect(notice).toBeHidden();
  await systemDb.connection.updateMany({ where: { teamId }, data: REFUSED });
  const event = { taskId, type: "postponed", status: "queued", data: { code: 1102 } } as const;
  await systemDb.$transaction((tx) => appendEvents(tx, { teamId, events: [event], queue: null }));
  await expect(notice).toBeVisible();
});

test("an account that refuses is told where clips are looked at and where they are ordered", async ({
  page,
  member,
}) => {
  await systemDb.connection.updateMany({ where: { teamId: member.teamId }, data: REFUSED });
  for (const path of ["/gallery", "/create/text-to-video"]) {
    await page.goto(path);
    const notice = page.getByRole("status").filter({ hasText: "is paused: its account refuses new tasks" });
    await expect(notice).toContainText("The resource pack is used up or has expired");
    await expect(notice.getByRole("link", { name: "Connections" })).toHaveAttribute(
      "href",
      "/settings/connections",
    );
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
  }
});

test("a task made elsewhere is asked for by its id, and it is said when it cannot be found", async ({
  page,
  member,
  pageErrors,
}) => {
  pageErrors.allow(/50[0-9]|404/);
  await systemDb.connection.create({
    data: {
      id: newId("connection"),
      teamId: member.teamId,
      name: "Our account",
      provider: "native",
      preset: "custom",
      baseUrl: "https://upstream.invalid",
      maxParallel: 1,
    },
  });
  await page.goto("/gallery");
  const open = page.getByRole("button", { name: "Take over a task" });
  await untilAwake(open);
  await open.click();
  const dialog = page.getByRole("dialog", { name: "Take over a task made elsewhere" });
  await dialog.getByRole("button", { name: "Take over" }).click();
  await expect(dialog.getByText("Enter the ID of the task")).toBeVisible();
  await dialog.getByLabel("ID", { exact: true }).fill("812345678901234567");
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
  await dialog.getByRole("button", { name: "Take over" }).click();
  await expect(dialog.getByText("The account did not answer")).toBeVisible({
    timeout: ANSWERED_WITHIN_MS,
  });
  expect(await systemDb.task.count({ where: { teamId: member.teamId } })).toBe(0);
});
