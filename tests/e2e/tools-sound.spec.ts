import type { Page } from "@playwright/test";
import { systemDb } from "#lib/db/client.ts";
import {
  CLIP_WITHIN_MS,
  countOrders,
  expectPlaying,
  generate,
  openSettings,
  prompt,
  stage,
} from "./create-screen.ts";
import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";
import { giveEarlier, givePicture, slot, uploadEarlier } from "./tool-screen.ts";

const PERSON = { widthPx: 360, heightPx: 640 } as const;

test("words become a sound of the length that is set", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await page.goto("/create/sound");
  await generate(page).click();
  await expect(page.getByText("Write a prompt", { exact: true })).toBeVisible();
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("slider", { name: "Length" }).fill("3.5");
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("Rain on a tent");
  await generate(page).click();
  const sound = stage(page)
    .getByLabel(/^Sound: Rain on a tent/)
    .first();
  await expect(sound).toBeVisible({ timeout: CLIP_WITHIN_MS });
  const seconds = () => sound.evaluate((it) => (it instanceof HTMLAudioElement ? it.duration : 0));
  await expect.poll(seconds).toBeCloseTo(3.5, 0);
});

test("a silent film gets its sound, and one that is too long is refused", async ({ page, member }) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  const assetId = await uploadEarlier(member, { type: "video", name: "walk.mp4" });
  await page.goto("/create/video-sound");
  const orders = countOrders(page);
  await generate(page).click();
  await expect(page.getByText("Still missing: Video")).toBeVisible();
  await systemDb.asset.update({ where: { id: assetId }, data: { durationSeconds: 21 } });
  await giveEarlier(page, slot(page, "Video"), "walk.mp4");
  await expect(page.getByText("The length must be between 3 and 20 s")).toBeVisible();
  await generate(page).click();
  expect(orders()).toBe(0);
  await systemDb.asset.update({ where: { id: assetId }, data: { durationSeconds: 3 } });
  await slot(page, "Video").getByRole("button", { name: "Remove walk.mp4" }).click();
  await page.reload(); // the list of files had the length of before
  await giveEarlier(page, slot(page, "Video"), "walk.mp4");
  await expect(slot(page, "A clip made here")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Sound effects" }).fill("Steps on gravel");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: Steps on gravel/));
});

test("a pictured person says what was spoken here before", async ({ page, isMobile }) => {
  test.setTimeout(2 * CLIP_WITHIN_MS + 60_000);
  await speak(page, isMobile, "Good morning to all of you");
  await page.getByRole("link", { name: "Avatar" }).click();
  await givePicture(slot(page, "Person"), PERSON);
  await prompt(page).fill("A friendly speaker");
  await generate(page).click();
  await expect(page.getByText("Still missing: Sound")).toBeVisible();
  await slot(page, "Speech made here").getByRole("button", { name: "Choose" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Good morning to all of you" }).click();
  await expect(slot(page, "Sound")).toHaveCount(0);
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: A friendly speaker/));
});

test("a filmed person says a text, or follows a sound", async ({ page, member, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await uploadEarlier(member, { type: "video", name: "talk.mp4" });
  await uploadEarlier(member, { type: "audio", name: "voice.wav" });
  await page.goto("/create/lip-sync");
  await generate(page).click();
  await expect(page.getByText("Still missing: Video")).toBeVisible();
  await giveEarlier(page, slot(page, "Video"), "talk.mp4");
  let settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "A sound" }).check();
  await expect(settings.getByRole("combobox", { name: "Voice" })).toHaveCount(0);
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  await expect(page.getByText("Add a sound", { exact: true })).toBeVisible();
  await giveEarlier(page, slot(page, "Sound"), "voice.wav");
  settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "A text" }).check();
  await settings.getByRole("radio", { name: "English" }).check();
  await settings.getByRole("combobox", { name: "Voice" }).selectOption("Anchor");
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await expect(slot(page, "Sound")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Text" }).fill("See you tomorrow");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: See you tomorrow/));
});

test("the faces of a film are found, and the chosen one speaks a piece of a sound", async ({
  page,
  member,
  isMobile,
}) => {
  test.setTimeout(2 * CLIP_WITHIN_MS + 60_000);
  await uploadEarlier(member, { type: "video", name: "two.mp4" });
  await uploadEarlier(member, { type: "audio", name: "voice.wav" });
  await page.goto("/create/lip-sync-face");
  const orders = countOrders(page);
  await generate(page).click();
  await expect(page.getByText("Still missing: Video")).toBeVisible();
  await giveEarlier(page, slot(page, "Video"), "two.mp4");
  await generate(page).click();
  await expect(page.getByText("Identify the faces of a video first")).toBeVisible();
  expect(orders()).toBe(0);
  await page.getByRole("button", { name: "Find the faces" }).click();
  const face = slot(page, "Face").getByRole("radio", { name: "Face 1" });
  await face.check({ force: true, timeout: CLIP_WITHIN_MS });
  await giveEarlier(page, slot(page, "Sound"), "voice.wav");
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("slider", { name: "Piece ends at" }).fill("4");
  await settings.getByRole("slider", { name: "Heard in the video from" }).fill("2");
  const reason = "at least 2 s while the face is seen";
  await expect(settings.getByText(reason)).toBeVisible();
  await settings.getByRole("slider", { name: "Heard in the video from" }).fill("0.5");
  await expect(settings.getByText(reason)).toHaveCount(0);
  await settings.getByRole("slider", { name: "Volume of the film" }).fill("0.2");
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip/));
  const { request } = await systemDb.task.findFirstOrThrow({
    where: { teamId: member.teamId, kind: "advanced-lip-sync" },
  });
  expect(request).toMatchObject({
    face_choose: [
      {
        face_id: "0",
        sound_start_time: 0,
        sound_end_time: 4000,
        sound_insert_time: 500,
        original_audio_volume: 0.2,
      },
    ],
  });
});

/** Makes a spoken text and waits until it is there. */
async function speak(page: Page, isMobile: boolean, text: string): Promise<void> {
  await page.goto("/create/speech");
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("combobox", { name: "Voice" }).selectOption({ index: 3 });
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  await expect(
    stage(page)
      .getByLabel(/^Sound:/)
      .first(),
  ).toBeVisible({ timeout: CLIP_WITHIN_MS });
}

for (const slug of ["sound", "video-sound", "avatar", "lip-sync", "lip-sync-face"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`${slug} has no serious accessibility problem in the ${theme} theme`, async ({ page, isMobile }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(`/create/${slug}`);
      if (isMobile) await openSettings(page, true);
      await expectAccessible(page);
      expect(await sidewaysPx(page)).toBe(0);
    });
  }
}
