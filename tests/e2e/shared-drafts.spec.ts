import type { Locator, Page } from "@playwright/test";
import { chooseFile, expectStored, firstFrame, prompt, stage } from "./create-screen.ts";
import { expect, expectAccessible, otherPerson, sidewaysPx, test } from "./fixtures.ts";

test("an animatic that was shared plays for a teammate, who may copy it, and not for a stranger", async ({
  page,
  browser,
  context,
  isMobile,
  member,
  baseURL,
  pageErrors,
}) => {
  pageErrors.allow(/404/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await paintOne(page, isMobile);
  await prompt(page).fill("The boat sails to the right");
  if (isMobile) await page.getByRole("button", { name: "Paint on the picture" }).click();
  await page.getByRole("button", { name: "Preview the motion" }).click();
  await page.getByRole("button", { name: "Share with the team" }).click();
  await expect(page.getByText(/^Shared with the team/).first()).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/create\/image-to-video\?draft=draft_/);

  const origin = baseURL ?? "";
  const viewer = await otherPerson(browser, { teamId: member.teamId, role: "viewer", origin });
  const seen = await viewer.newPage();
  await seen.setViewportSize({ width: 390, height: 844 });
  await seen.goto(link);
  await expect(seen.getByText("Made by Ada Lovelace")).toBeVisible();
  await expect(seen.getByText("The boat sails to the right").last()).toBeVisible();
  const animatic = seen.getByRole("img", { name: /^Geometry preview/ });
  await expect(seen.getByRole("slider", { name: "Position" })).toHaveAttribute(
    "aria-valuetext",
    /^[1-4]\.\d/,
  );
  await expectMoving(seen, animatic);
  await expect(seen.getByRole("button", { name: "Make my copy" })).toBeHidden();
  expect(await sidewaysPx(seen)).toBe(0);
  await expectAccessible(seen);
  await viewer.close();

  const creator = await otherPerson(browser, { teamId: member.teamId, role: "creator", origin });
  const copied = await creator.newPage();
  await copied.goto(link);
  await copied.getByRole("button", { name: "Make my copy" }).click();
  await expect(prompt(copied)).toHaveValue("The boat sails to the right");
  await copied.getByRole("button", { name: isMobile ? "Paint on the picture" : "Fill the window" }).click();
  await expect(chip(copied)).toHaveAccessibleName("Region 1: path of 200 px");
  await creator.close();

  const stranger = await otherPerson(browser, { teamId: null, role: "owner", origin });
  const answer = await (await stranger.newPage()).goto(link);
  expect(answer?.status()).toBe(404);
  await stranger.close();
});

test("two tabs that paint on one picture are told, and neither drawing is lost", async ({
  page,
  context,
  isMobile,
}) => {
  await paintOne(page, isMobile);
  const other = await context.newPage();
  await other.goto("/create/image-to-video");
  await openCanvas(other, isMobile);
  await expect(chip(other)).toHaveAccessibleName("Region 1: path of 200 px");
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(chip(other)).toHaveAccessibleName("Region 1: painted, no path");
  await page.bringToFront();
  await expect(page.getByText("Another tab drew on the same picture")).toBeVisible();
  await page.getByRole("button", { name: "Keep mine as a copy" }).click();
  await openCanvas(page, isMobile);
  await expect(chip(page)).toHaveAccessibleName("Region 1: path of 200 px");
  await expect(chip(other)).toHaveAccessibleName("Region 1: painted, no path");
});

function chip(page: Page): Locator {
  return page
    .getByRole("group", { name: "Regions" })
    .getByRole("button", { name: /^Region 1:/ })
    .last();
}

async function openCanvas(page: Page, isMobile: boolean): Promise<void> {
  await page.getByRole("button", { name: isMobile ? "Paint on the picture" : "Fill the window" }).click();
}

/** An ellipse in the middle, 200 px to the right; then out of the canvas again. */
async function paintOne(page: Page, isMobile: boolean): Promise<void> {
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "boat.png", { widthPx: 640, heightPx: 360 });
  await expectStored(page, "640 × 360");
  await stage(page).getByRole("radio", { name: "Motion brush", exact: true }).click({ force: true });
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await openCanvas(page, isMobile);
  await page.getByRole("button", { name: "Without drawing" }).click();
  const form = page.getByRole("dialog", { name: "Without drawing" });
  await form.getByRole("button", { name: "Paint it" }).click();
  await form.getByRole("button", { name: "Set the path" }).click();
  await form.getByRole("button", { name: "Done" }).click();
  await expect(form).toBeHidden();
  await expect(chip(page)).toHaveAccessibleName("Region 1: path of 200 px");
  await page.getByRole("region", { name: "Motion brush" }).getByRole("button", { name: "Done" }).click();
}

/** What the canvas shows at the beginning is not what it shows at the end. */
async function expectMoving(page: Page, canvas: Locator): Promise<void> {
  const pixels = () =>
    canvas.evaluate(async (element) => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      return element instanceof HTMLCanvasElement ? element.toDataURL() : "";
    });
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("slider", { name: "Position" }).press("Home");
  const first = await pixels();
  await page.getByRole("slider", { name: "Position" }).press("End");
  await expect.poll(pixels).not.toBe(first);
}
