import type { Locator, Page } from "@playwright/test";
import {
  CLIP_WITHIN_MS,
  countOrders,
  fileInput,
  generate,
  openSettings,
  prompt,
  stage,
} from "./create-screen.ts";
import { expect, expectAccessible, sidewaysPx, test, untilAwake } from "./fixtures.ts";
import { pngOf } from "./png.ts";
import { givePicture, slot } from "./tool-screen.ts";

const PERSON = { widthPx: 360, heightPx: 640 } as const;
const THING = { widthPx: 400, heightPx: 400 } as const;

const picture = (page: Page, name: string) => stage(page).getByRole("img", { name, exact: true });

test("a person and clothes become one picture of both", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/try-on");
  const orders = countOrders(page);
  await pressEarly(page);
  await expect(page.getByText("Add a picture of the person")).toBeVisible();
  expect(orders()).toBe(0);
  await givePicture(slot(page, "Person"), PERSON);
  await givePicture(slot(page, "Clothes"), THING);
  await generate(page).click();
  await expect(picture(page, "Picture 1")).toBeVisible({ timeout: CLIP_WITHIN_MS });
  await expect(stage(page).getByRole("link", { name: "Download" })).toBeVisible();
});

test("pictures of several subjects, a scene and a style become one picture", async ({ page, isMobile }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/pictures-to-picture");
  await pressEarly(page);
  await expect(page.getByText("Add a picture of a subject")).toBeVisible();
  // Two at once: each finds its place.
  await fileInput(slot(page, "Subject")).setInputFiles(
    ["fox.png", "boat.png"].map((name) => ({ name, mimeType: "image/png", buffer: pngOf(THING) })),
  );
  await expect(slot(page, "Subject 2").getByText("400 × 400")).toBeVisible();
  await givePicture(slot(page, "Scene"), PERSON);
  await givePicture(slot(page, "Style"), PERSON);
  const settings = await openSettings(page, isMobile);
  await settings
    .getByRole("group", { name: "Pictures" })
    .getByRole("radio", { name: "2", exact: true })
    .check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("A fox in a boat");
  await generate(page).click();
  await expect(picture(page, "Picture 2: A fox in a boat")).toBeVisible({ timeout: CLIP_WITHIN_MS });
  await expect(stage(page).getByRole("link", { name: "Download: Picture 2: A fox in a boat" })).toBeVisible();
});

test("what a picture contains is cut out at once, each part by its name", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/recognise");
  await pressEarly(page);
  await expect(page.getByText("Add a picture", { exact: true })).toBeVisible();
  await givePicture(slot(page, "Picture"), PERSON);
  await generate(page).click();
  for (const part of ["Object", "Head", "Face", "Clothes"]) {
    await expect(picture(page, part)).toBeVisible({ timeout: CLIP_WITHIN_MS });
  }
});

test("a front becomes nine further views, three sets of three", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/views");
  await pressEarly(page);
  await expect(page.getByText("Add a picture of its front")).toBeVisible();
  await givePicture(slot(page, "Front"), PERSON);
  await generate(page).click();
  await expect(picture(page, "Set 3 · View 3")).toBeVisible({ timeout: CLIP_WITHIN_MS });
  await expect(stage(page).getByRole("img")).toHaveCount(9);
  // All of them at once, on a phone too: none is cut off by the stage.
  const box = await stage(page).getByRole("article").boundingBox();
  const last = await picture(page, "Set 3 · View 3").boundingBox();
  if (box === null || last === null) throw new Error("the last view has no place");
  expect(last.y + last.height).toBeLessThan(box.y + box.height);
  expect(Math.min(last.width, last.height)).toBeGreaterThan(60);
});

test("a series needs the model that makes one, and names in the prompt what is attached", async ({
  page,
  isMobile,
}) => {
  test.setTimeout(CLIP_WITHIN_MS);
  await page.goto("/create/omni-pictures");
  await pressEarly(page);
  await expect(page.getByText("Write a prompt")).toBeVisible();
  await prompt(page).fill("A lighthouse as in");
  await fileInput(slot(page, "Reference picture")).setInputFiles([
    { name: "lighthouse.png", mimeType: "image/png", buffer: pngOf(THING) },
  ]);
  await expect(slot(page, "Reference picture 1").getByText("400 × 400")).toBeVisible();
  await page
    .getByRole("list", { name: "Name in the prompt" })
    .getByRole("button", { name: "Picture 1" })
    .click();
  await expect(prompt(page)).toHaveValue("A lighthouse as in <<<image_1>>>");
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("radio", { name: "A series" }).click({ force: true });
  await expect(settings.getByText("Kling Image O1 does not make series")).toBeVisible();
  await settings.getByRole("button", { name: "Model: Kling 3.0 Omni" }).click();
  await expect(settings.getByRole("radio", { name: "A series" })).toBeChecked();
  await settings
    .getByRole("group", { name: "Pictures of the series" })
    .getByRole("radio", { name: "3" })
    .check();
  await settings.getByRole("radio", { name: "21:9" }).check();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await generate(page).click();
  await expect(picture(page, "Picture 3: A lighthouse as in <<<image_1>>>")).toBeVisible({
    timeout: CLIP_WITHIN_MS,
  });
});

test("a picture goes on as far as its frame was dragged, moved by keys, or chosen by its shape", async ({
  page,
  isMobile,
}) => {
  test.setTimeout(2 * CLIP_WITHIN_MS);
  await page.goto("/create/expand");
  await pressEarly(page);
  await expect(page.getByText("Add a picture", { exact: true })).toBeVisible();
  const frame = await putIntoFrame(page, PERSON);
  const whole = frame.getByRole("status").first();
  await expect(whole).toHaveText("540 × 960 · 2.3 of 3 times the area");
  await frame.getByRole("radio", { name: "1:1" }).check();
  await expect(whole).toHaveText("640 × 640 · 1.8 of 3 times the area");
  await frame.getByRole("radio", { name: "21:9" }).click({ force: true });
  await expect(frame.getByText("more than 3 times as large")).toBeVisible();
  await frame.getByRole("radio", { name: "As it is" }).check();
  await drag(page, frame.getByRole("button", { name: "Right edge" }), { x: 5000, y: 0 });
  await expect(whole).toHaveText("1080 × 640 · 3 of 3 times the area");
  await drag(page, frame.getByRole("button", { name: "Right edge" }), { x: -5000, y: 0 });
  const corner = frame.getByRole("button", { name: "Bottom right corner" });
  await corner.focus();
  for (const key of ["ArrowRight", "ArrowDown"])
    for (let at = 0; at < 5; at += 1) await corner.press(`Shift+${key}`);
  await expect(whole).toHaveText("540 × 960 · 2.3 of 3 times the area");
  const settings = await openSettings(page, isMobile);
  await settings.getByRole("slider", { name: "Left edge" }).fill("0.25");
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await expect(whole).toHaveText("630 × 960 · 2.6 of 3 times the area");
  await generate(page).click();
  const made = picture(page, "Picture 1");
  await expect(made).toBeVisible({ timeout: CLIP_WITHIN_MS });
  await expect.poll(() => shapeOf(made)).toBeCloseTo(630 / 960, 2);
});

test("the frame is there without motion for those who want none, and has no serious accessibility problem", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/create/expand");
  const frame = await putIntoFrame(page, THING);
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
  const seconds = await frame
    .getByRole("img", { name: "Picture" })
    .evaluate((image) => getComputedStyle(image).transitionDuration);
  expect(Number.parseFloat(seconds)).toBeLessThan(0.001);
  for (const handle of await frame.getByRole("button", { name: /edge|corner/ }).all()) {
    const box = await handle.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

for (const slug of [
  "try-on",
  "pictures-to-picture",
  "recognise",
  "views",
  "omni-pictures",
  "expand",
] as const) {
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

/** Asks for a task before anything is given. */
async function pressEarly(page: Page): Promise<void> {
  await untilAwake(generate(page));
  await generate(page).click();
}

async function putIntoFrame(page: Page, size: { widthPx: number; heightPx: number }): Promise<Locator> {
  await fileInput(slot(page, "Picture")).setInputFiles([
    { name: "picture.png", mimeType: "image/png", buffer: pngOf(size) },
  ]);
  const frame = page.getByRole("region", { name: "Frame", exact: true });
  await expect(frame).toBeVisible();
  return frame;
}

/** As a person drags: the way is in pixels of the screen, and the pointer may leave the stage. */
async function drag(page: Page, handle: Locator, way: { x: number; y: number }): Promise<void> {
  await handle.hover(); // waits until the frame has come to rest
  const box = await handle.boundingBox();
  if (box === null) throw new Error("the handle has no place");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + way.x / 2, y + way.y / 2, { steps: 4 });
  await page.mouse.move(x + way.x, y + way.y, { steps: 4 });
  await page.mouse.up();
}

function shapeOf(image: Locator): Promise<number> {
  return image.evaluate((it) => (it instanceof HTMLImageElement ? it.naturalWidth / it.naturalHeight : 0));
}
