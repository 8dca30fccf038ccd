import { systemDb } from "#lib/db/client.ts";
import { makeArchivingTask } from "#tests/support/archiving-task.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test } from "./fixtures.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A clip that the provider has had ready for three weeks, and that could not be fetched so far. */
async function seedUnsaved({ teamId, caller }: TestMember): Promise<string> {
  const { id: connectionId } = await systemDb.connection.findFirstOrThrow({ where: { teamId } });
  const dies = new Date(Date.now() + 9 * DAY_MS);
  const taskId = await makeArchivingTask({ teamId, connectionId, caller }, { dies });
  const nextStepAt = new Date(Date.now() + DAY_MS / 24);
  await systemDb.task.update({ where: { id: taskId }, data: { stepFailures: 4, nextStepAt } });
  return taskId;
}

test("what could not be saved yet is told in the gallery, with how long there is, and is fetched at a press", async ({
  page,
  member,
}) => {
  const taskId = await seedUnsaved(member);
  await page.goto("/gallery");
  const radar = page.getByRole("group").filter({ hasText: "made and paid for" });
  await expect(radar).toContainText("the provider deletes it");
  await expect(radar).toContainText("4 tries");
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);

  // The sandbox knows nothing of this clip: fetching it ends, and that is told too.
  await radar.getByRole("button", { name: "Fetch now" }).click();
  await expect(radar).toContainText("given up: the file was not usable", { timeout: 30_000 });

  await radar.getByRole("link", { name: "a kite" }).click();
  await expect(page).toHaveURL(`/tasks/${taskId}`);
  await expect(page.getByText("which costs nothing")).toBeVisible();
  await expect(page.getByRole("button", { name: "Fetch again" })).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});
