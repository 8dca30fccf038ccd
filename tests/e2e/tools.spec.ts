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

test("a picture and a film become a clip that moves like the film", async ({ page, member, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS + 60_000);
  await uploadEarlier(member, { type: "video", name: "dance.mp4" });
  await page.goto("/create/motion-control");
  const orders = countOrders(page);
  await generate(page).click();
  await expect(page.getByText("Still missing: Person")).toBeVisible();
  await givePicture(slot(page, "Person"), PERSON);
  await generate(page).click();
  await expect(page.getByText("Still missing: Movement")).toBeVisible();
  expect(orders()).toBe(0);
  await giveEarlier(page, slot(page, "Movement"), "dance.mp4");
  await expect(slot(page, "Movement").getByText("3 s")).toBeVisible();
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "removed" }).check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("A dancer on a roof");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: A dancer/));
});

test("a film too long for the way the person faces is refused with its reason, and one press puts it right", async ({
  page,
  member,
}) => {
  const assetId = await uploadEarlier(member, { type: "video", name: "long.mp4" });
  await systemDb.asset.update({ where: { id: assetId }, data: { durationSeconds: 20 } });
  await page.goto("/create/motion-control");
  await givePicture(slot(page, "Person"), PERSON);
  await giveEarlier(page, slot(page, "Movement"), "long.mp4");
  const reason = "Facing as in the picture: The length must be at most 10 s";
  await expect(page.getByText(reason)).toBeVisible();
  await generate(page).click();
  await page.getByRole("alert").getByRole("button", { name: "Face as in the film" }).click();
  await expect(page.getByText(reason)).toHaveCount(0);
});

test("words become pictures that stand side by side", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/pictures");
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "21:9" }).check();
  await settings.getByRole("radio", { name: "2", exact: true }).first().check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("Two paper boats");
  await generate(page).click();
  await expect(stage(page).getByRole("img", { name: "Picture 2: Two paper boats" })).toBeVisible({
    timeout: CLIP_WITHIN_MS,
  });
});

test("a face to refer to leads to the model that knows faces, and to its slider", async ({
  page,
  isMobile,
}) => {
  await page.goto("/create/pictures");
  await givePicture(slot(page, "Reference picture"), PERSON);
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "Subject" }).click({ force: true });
  await expect(settings.getByText("does not refer to a subject")).toBeVisible();
  await settings.getByRole("button", { name: "Model: Kling 2.1" }).click();
  await expect(settings.getByRole("radio", { name: "Subject" })).toBeChecked();
  await expect(settings.getByRole("slider", { name: "Likeness of the face" })).toBeVisible();
});

test("a text becomes speech that can be heard", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/speech");
  await page.getByRole("textbox", { name: "Text" }).fill("Good morning");
  await generate(page).click();
  await expect(page.getByText("Choose a voice", { exact: true })).toBeVisible();
  const settings = isMobile
    ? page.getByRole("dialog", { name: "Settings", exact: true })
    : await openSettings(page, false);
  await settings.getByRole("radio", { name: "English" }).check();
  await settings.getByRole("combobox", { name: "Voice" }).selectOption("Anchor");
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  const sound = stage(page).getByLabel(/^Sound: Good morning/);
  await expect(sound).toBeVisible({ timeout: CLIP_WITHIN_MS });
  const seconds = () => sound.evaluate((it) => (it instanceof HTMLAudioElement ? it.duration : 0));
  await expect.poll(seconds).toBeGreaterThan(0);
});

test("a draft stays with its tool over a reload, and what fits goes along to another", async ({ page }) => {
  await page.goto("/create/pictures");
  await prompt(page).fill("A lighthouse");
  await givePicture(slot(page, "Reference picture"), PERSON);
  await page.reload();
  await expect(prompt(page)).toHaveValue("A lighthouse");
  await expect(slot(page, "Reference picture").getByText("360 × 640")).toBeVisible();
  await page.getByRole("link", { name: "Motion control" }).click();
  await expect(page.getByText("Taken along from Pictures")).toBeVisible();
  await expect(prompt(page)).toHaveValue("A lighthouse");
  await expect(slot(page, "Person").getByText("360 × 640")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(prompt(page)).toHaveValue("");
  await page.getByRole("link", { name: "Text to video" }).click();
  await expect(page).toHaveURL(/text-to-video$/);
});

test("an old task opens its tool with all its settings", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/speech");
  await page.getByRole("textbox", { name: "Text" }).fill("Good evening");
  let settings = await openSettings(page, isMobile);
  await settings.getByRole("combobox", { name: "Voice" }).selectOption({ index: 3 });
  const voice = await settings.getByRole("combobox", { name: "Voice" }).inputValue();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  await stage(page).getByRole("link", { name: "Open" }).click();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.getByRole("link", { name: "Use settings" }).click();
  await expect(page).toHaveURL(/\/create\/speech$/);
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("Good evening");
  settings = await openSettings(page, isMobile);
  await expect(settings.getByRole("combobox", { name: "Voice" })).toHaveValue(voice);
});

for (const slug of ["motion-control", "pictures", "speech"] as const) {
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
