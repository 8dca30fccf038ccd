import type { Page } from "@playwright/test";
import { systemDb } from "#lib/db/client.ts";
import {
  CLIP_WITHIN_MS,
  countOrders,
  expectPlaying,
  fileInput,
  generate,
  openSettings,
  prompt,
  stage,
} from "./create-screen.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test, untilAwake } from "./fixtures.ts";
import { pngOf } from "./png.ts";
import { seedTask } from "./seed-task.ts";
import { giveEarlier, givePicture, slot, uploadEarlier } from "./tool-screen.ts";

const SQUARE = { widthPx: 360, heightPx: 360 } as const;
const WIDE = { widthPx: 640, heightPx: 360 } as const;

test("two pictured subjects become one clip", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await page.goto("/create/pictures-to-video");
  const orders = countOrders(page);
  await generate(page).click();
  await expect(page.getByText("Still missing: Pictures")).toBeVisible();
  await give(page, "Pictures", SQUARE, "Pictures 1");
  await give(page, "One more", WIDE, "Pictures 2");
  await generate(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "prompt" })).toBeVisible();
  expect(orders()).toBe(0);
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "1:1" }).check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("Hand in hand with");
  await page.getByRole("button", { name: "Picture 2" }).click();
  await expect(prompt(page)).toHaveValue("Hand in hand with <<<image_2>>>");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: Hand in hand/));
});

test("a prompt that names a picture which is not there is refused with its reason", async ({ page }) => {
  await page.goto("/create/pictures-to-video");
  await give(page, "Pictures", SQUARE, "Pictures 1");
  await prompt(page).fill("Like <<<image_3>>>");
  await generate(page).click();
  const reason = "The prompt refers to a picture that is not attached: <<<image_3>>>";
  await expect(page.getByRole("alert").getByText(reason)).toBeVisible();
});

test("a finished clip goes on: its length before and after is told, and so is the way to the next time", async ({
  page,
  member,
}) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await seedClip(member, { prompt: "A heron", model_name: "kling-v1-6" });
  await seedClip(member, { prompt: "A newer heron", model_name: "kling-v2-5-turbo" });
  await page.goto("/create/extend");
  await generate(page).click();
  await expect(page.getByText("Still missing: Clip")).toBeVisible();
  await page.getByRole("button", { name: "Choose from finished work" }).click();
  await expect(page.getByRole("dialog").getByText("A heron")).toBeVisible();
  await expect(page.getByRole("dialog").getByText("A newer heron")).toHaveCount(0);
  await page.getByRole("dialog").getByRole("button", { name: "A heron" }).click();
  await expect(page.getByRole("region", { name: "Length of the whole clip" })).toContainText(/3 s.*7–8 s/);
  await prompt(page).fill("It flies away");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: It flies away/));
});

test("a clip of nearly three minutes is refused, and another one can be taken", async ({ page, member }) => {
  const assetId = await seedClip(member, { prompt: "A long march", model_name: "kling-v1-6" });
  await systemDb.asset.update({ where: { id: assetId }, data: { durationSeconds: 178 } });
  await page.goto("/create/extend");
  await chooseClip(page, "A long march");
  const reason = page.getByText("A clip has at most three minutes once it is extended");
  await expect(reason.first()).toBeVisible();
  await page.getByRole("button", { name: "Take another clip" }).click();
  await expect(reason).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Choose from finished work" })).toBeVisible();
});

test("an effect is found by its name and done to a picture", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await page.goto("/create/effects");
  await generate(page).click();
  await expect(page.getByText("Choose an effect", { exact: true })).toBeVisible();
  const gallery = page.getByRole("region", { name: "Effect", exact: true });
  await gallery.getByRole("searchbox").fill("zoom");
  await gallery.getByRole("button", { name: /zoom_out/ }).click();
  await expect(gallery.getByText("Zoom out")).toBeVisible();
  await generate(page).click();
  await expect(page.getByText("Still missing: Picture")).toBeVisible();
  await givePicture(slot(page, "Picture"), SQUARE);
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip/));
});

test("the library leads to an effect's form; a pair needs two pictures, and only an old effect has settings", async ({
  page,
  isMobile,
}) => {
  await page.goto("/create/effects?scene=heart_gesture");
  await expect(page.getByText("Two pictures")).toBeVisible();
  await generate(page).click();
  await expect(page.getByText("Still missing: Picture")).toBeVisible();
  await give(page, "Picture", SQUARE, "Picture 1");
  await give(page, "One more", WIDE, "Picture 2");
  const settings = await openSettings(page, isMobile);
  await expect(settings.getByRole("radio", { name: "10 s" })).toBeVisible();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await page.goto("/create/effects?scene=hug_pro");
  await expect(page.getByText("Hug pro", { exact: true }).first()).toBeVisible();
  const now = await openSettings(page, isMobile);
  await expect(now.getByRole("switch", { name: "Watermark" })).toBeVisible();
  await expect(now.getByRole("radio", { name: "10 s" })).toHaveCount(0);
});

test("a first frame and three shots in an order of one's own become a clip", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS + 90_000);
  await page.goto("/create/omni-video");
  await give(page, "Picture", WIDE, "Picture 1");
  await page.getByRole("combobox", { name: "What it is for: Picture 1" }).selectOption("first frame");
  const settings = await openSettings(page, isMobile);
  await expect(settings.getByRole("radio", { name: "16:9" })).toHaveCount(0);
  await settings.getByRole("radio", { name: "several, written out" }).check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  await expect(page.getByText("Write what is seen in shot 1")).toBeVisible();
  await shot(page, 1).fill("A boat on a lake");
  await shot(page, 2).fill("A gull overhead");
  await page.getByRole("button", { name: "Add a shot" }).click();
  await shot(page, 3).fill("A storm like");
  await page.getByRole("button", { name: "Picture 1", exact: true }).click();
  await expect(shot(page, 3)).toHaveValue("A storm like <<<image_1>>>");
  await expect(page.getByText("5 of 5 s")).toBeVisible();
  await page.getByRole("button", { name: "Move shot 3", exact: true }).press("ArrowUp");
  await expect(page.getByRole("button", { name: "Move shot 2", exact: true })).toBeFocused();
  await expect(shot(page, 2)).toHaveValue(/storm/);
  await page.getByRole("button", { name: "Preview the shots" }).click();
  await expect(page.getByRole("img", { name: "Preview: the shots in their order" })).toBeVisible();
  await expect(page.getByText("Geometry preview, not the model’s picture")).toBeVisible();
  await page.getByRole("button", { name: "Close the preview" }).click();
  await generate(page).click();
  // Only a clip that is seen plays by itself.
  const clip = stage(page).getByLabel(/^Clip/);
  await clip.waitFor({ timeout: CLIP_WITHIN_MS });
  await clip.scrollIntoViewIfNeeded();
  await expectPlaying(clip);
});

test("a shot is dragged to its place, and gives its seconds to its neighbours", async ({
  page,
  isMobile,
}) => {
  await page.goto("/create/omni-video");
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "several, written out" }).check();
  await settings.getByRole("radio", { name: "7 s", exact: true }).check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await shot(page, 1).fill("First");
  await shot(page, 2).fill("Second");
  await expect(page.getByText("5 of 7 s")).toBeVisible();
  await generate(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "The shots take 5 s together" })).toBeVisible();
  await page.getByRole("alert").getByRole("button", { name: "Fit the shots to 7 s" }).click();
  await expect(page.getByText("7 of 7 s")).toBeVisible();
  await page.getByRole("slider", { name: "Length of shot 1" }).fill("5");
  await expect(page.getByRole("slider", { name: "Length of shot 2" })).toHaveValue("2");
  await shot(page, 1).evaluate((area) => area.scrollIntoView({ block: "center" }));
  const grip = await page.getByRole("button", { name: "Move shot 1", exact: true }).boundingBox();
  const target = await page
    .getByRole("listitem")
    .filter({ has: shot(page, 2) })
    .boundingBox();
  if (grip === null || target === null) throw new Error("no handles");
  await page.mouse.move(grip.x + 20, grip.y + 20);
  await page.mouse.down();
  await page.mouse.move(target.x + 20, target.y + target.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(shot(page, 1)).toHaveValue("Second");
  await expect(page.getByRole("slider", { name: "Length of shot 1" })).toHaveValue("2");
});

test("a video is edited with what the prompt names, and the model's own sound is refused beside it", async ({
  page,
  member,
  isMobile,
}) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await uploadEarlier(member, { type: "video", name: "walk.mp4" });
  await page.goto("/create/omni-video");
  await giveEarlier(page, slot(page, "Video"), "walk.mp4");
  const settings = await openSettings(page, isMobile);
  await expect(settings.getByRole("radio", { name: "to edit" })).toBeChecked();
  await settings.getByRole("radio", { name: "on", exact: true }).click({ force: true });
  await expect(settings.getByText("With a video there is no sound of the model's own")).toBeVisible();
  await settings.getByRole("switch", { name: "Keep the video’s sound" }).click();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("Make it snow in");
  await page.getByRole("button", { name: "Video 1", exact: true }).click();
  await expect(prompt(page)).toHaveValue("Make it snow in <<<video_1>>>");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: Make it snow/));
});

for (const slug of ["pictures-to-video", "extend", "effects", "omni-video"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`${slug} has no serious accessibility problem in the ${theme} theme`, async ({ page, isMobile }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(`/create/${slug}`);
      const settings = await openSettings(page, isMobile);
      if (slug === "omni-video") await settings.getByRole("radio", { name: "several, written out" }).check();
      await expectAccessible(page);
      if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
      await expectAccessible(page);
      expect(await sidewaysPx(page)).toBe(0);
    });
  }
}

/** The place for the next of several pictures changes its name once there is one. */
async function give(page: Page, place: string, size: typeof SQUARE | typeof WIDE, then: string) {
  const file = { name: "picture.png", mimeType: "image/png", buffer: pngOf(size) };
  await fileInput(slot(page, place)).setInputFiles(file);
  await slot(page, then).getByText(`${size.widthPx} × ${size.heightPx}`).waitFor();
}

function shot(page: Page, number: number) {
  return page.getByRole("textbox", { name: `Shot ${number}`, exact: true });
}

async function chooseClip(page: Page, name: string): Promise<void> {
  const choose = page.getByRole("button", { name: "Choose from finished work" });
  await untilAwake(choose);
  await choose.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name }).click();
}

/** A finished clip of three seconds that this model made. */
async function seedClip(
  member: TestMember,
  { prompt: words, model_name }: { prompt: string; model_name: "kling-v1-6" | "kling-v2-5-turbo" },
): Promise<string> {
  const assetId = await uploadEarlier(member, { type: "video", name: `${words}.mp4` });
  await seedTask(member, {
    prompt: words,
    status: "succeeded",
    request: { model_name },
    outputs: [{ label: "video", assetId }],
  });
  return assetId;
}
