import { readFile } from "node:fs/promises";
import { actAs, personOf } from "#lib/audit/acting.ts";
import { systemDb } from "#lib/db/client.ts";
import { pauseConnection } from "#lib/tasks/pause-connection.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { renameTeam } from "#lib/teams/team.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test } from "./fixtures.ts";

/** What an owner may do in an afternoon, and then some. */
async function decideThings({ teamId, caller }: TestMember): Promise<void> {
  const { userId } = caller;
  await actAs({ actor: personOf(userId), requestId: null }, async () => {
    for (let count = 1; count <= 20; count++) await renameTeam(teamId, `Paper Boats ${count}`);
    const { id: connectionId } = await systemDb.connection.findFirstOrThrow({ where: { teamId } });
    await pauseConnection({ teamId, connectionId });
    await createApiKey({
      teamId,
      userId,
      name: "Render farm",
      scope: "create",
      expiresAt: null,
      budgetUnits: 50,
    });
  });
}

test("an owner reads who decided what, finds it again, and takes it away as a file", async ({
  page,
  member,
}) => {
  await decideThings(member);
  await page.goto("/team");
  const log = page.getByRole("list", { name: "Audit log" });
  const first = log.getByRole("listitem").first();
  await expect(first).toContainText("API key made");
  await expect(first).toContainText("Render farm · scope: create · cap in units: 50");
  await expect(first).toContainText("Ada Lovelace");
  await expect(page.getByText("Chain verified · 24 entries")).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);

  await page.getByRole("button", { name: "Show older entries" }).click();
  await expect(log.getByRole("listitem").last()).toContainText("Team created");
  await page.getByLabel("Filter by action").selectOption({ label: "Connection paused" });
  await expect(log.getByRole("listitem")).toHaveCount(1);
  await expect(log).toContainText("Sandbox");
  await page.getByLabel("Filter by person").selectOption({ label: "Ada Lovelace" });
  await expect(log.getByRole("listitem")).toHaveCount(1);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export the whole log as CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/);
  expect(await readFile(await download.path(), "utf8")).toContain('"audit.exported"');
});

test("an entry that was altered in the database is named on the screen", async ({ page, member }) => {
  await decideThings(member);
  await systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE "AuditEntry" SET "actorId" = NULL WHERE "teamId" = ${member.teamId} AND "seq" = 5`;
  });
  await page.goto("/team");
  await expect(page.getByText("Does not fit from entry 5 on")).toBeVisible();
});

test("whoever may not read the log does not see that there is one", async ({ page, member }) => {
  const { memberId: id } = member.caller;
  await systemDb.member.update({ where: { id }, data: { role: "creator" } });
  await page.goto("/team");
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Audit log" })).toBeHidden();
});
