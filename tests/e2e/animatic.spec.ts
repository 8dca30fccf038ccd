import type { Locator, Page } from "@playwright/test";
import { chooseFile, expectStored, firstFrame, stage } from "./create-screen.ts";
import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

const NOTE = "Geometry preview, not the model’s picture";

test("a camera move plays, goes to any moment by keys, and shows an edit at once", async ({ page }) => {
  await openPicture(page);
  await lead(page, "Camera", /^Switch to Kling 1.5/);
  const preview = page.getByRole("img", { name: "Preview of the camera’s move" });
  await expect(page.getByText(NOTE)).toBeVisible();
  await playsAndScrubs(page);
  const still = await pixelsOf(preview);
  await page.getByRole("slider", { name: "Zoom" }).press("ArrowRight");
  await expect.poll(() => pixelsOf(preview)).not.toBe(still);
  await expect(position(page)).toHaveAttribute("aria-valuetext", "5.0 / 5 s");
  expect(await sidewaysPx(page)).toBe(0);
});

test("what is painted plays in a corner of the picture, and an undo is seen there", async ({
  page,
  isMobile,
}) => {
  await openPicture(page);
  await lead(page, "Motion brush", "Switch to Kling 1.0");
  if (isMobile) await page.getByRole("button", { name: "Paint on the picture" }).click();
  await paintByNumbers(page);
  await page.getByRole("button", { name: "Preview the motion" }).click();
  const preview = page.getByRole("img", { name: "Preview: the regions go their ways" });
  await expect(page.getByText(NOTE)).toBeVisible();
  await playsAndScrubs(page);
  const moved = await pixelsOf(preview);
  await position(page).press("Home");
  await expect.poll(() => pixelsOf(preview)).not.toBe(moved);
  await position(page).press("End");
  await expect.poll(() => pixelsOf(preview)).toBe(moved);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => pixelsOf(preview)).not.toBe(moved);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close the preview" }).click();
  await expect(preview).toBeHidden();
});

test("the first frame becomes the end frame", async ({ page }) => {
  await openPicture(page);
  await chooseFile(page.getByRole("region", { name: "End frame" }), "shore.png", {
    widthPx: 360,
    heightPx: 640,
  });
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  const preview = page.getByRole("img", { name: "Preview: the first frame becomes the end frame" });
  await playsAndScrubs(page);
  const end = await pixelsOf(preview);
  await position(page).press("Home");
  await expect.poll(() => pixelsOf(preview)).not.toBe(end);
  await page.getByRole("button", { name: "Close the preview" }).click();
  await expect(preview).toBeHidden();
});

test("a picture that does not come is said, and asked for again", async ({ page, pageErrors }) => {
  pageErrors.allow(/Failed to load resource|ERR_/);
  await openPicture(page);
  await lead(page, "Camera", /^Switch to Kling 1.5/);
  const pictures = "**/api/assets/*/content*";
  await page.route(pictures, (route) => route.abort());
  await page.reload();
  await expect(page.getByText("The picture cannot be shown")).toBeVisible();
  await page.unroute(pictures);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("nothing moves unasked for those who want no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPicture(page);
  await lead(page, "Camera", /^Switch to Kling 1.5/);
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(position(page)).toHaveAttribute("aria-valuetext", "5.0 / 5 s"); // where the move ends
});

async function openPicture(page: Page): Promise<void> {
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "boat.png", { widthPx: 640, heightPx: 360 });
  await expectStored(page, "640 × 360");
}

async function lead(page: Page, guide: string, fix: string | RegExp): Promise<void> {
  await stage(page).getByRole("radio", { name: guide, exact: true }).click({ force: true });
  await page.getByRole("button", { name: fix }).click();
}

function position(page: Page): Locator {
  return page.getByRole("slider", { name: "Position" });
}

/** Begins by itself, is stopped, and ends at its end. */
async function playsAndScrubs(page: Page): Promise<void> {
  await expect(position(page)).toHaveAttribute("aria-valuetext", /^[1-4]\.\d \/ 5 s$/);
  await page.getByRole("button", { name: "Pause" }).click();
  await position(page).press("Home");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "0.0 / 5 s");
  await position(page).press("ArrowRight");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "0.1 / 5 s");
  await page.getByRole("button", { name: "Loop" }).click();
  await page.getByRole("button", { name: "Play" }).click();
  await position(page).press("End");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(position(page)).toHaveAttribute("aria-valuetext", "5.0 / 5 s");
}

/** What the canvas shows once it has drawn. */
function pixelsOf(canvas: Locator): Promise<string> {
  return canvas.evaluate(async (element) => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return element instanceof HTMLCanvasElement ? element.toDataURL() : "";
  });
}

/** An ellipse in the middle, 200 px to the right. */
async function paintByNumbers(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Without drawing" }).click();
  const form = page.getByRole("dialog", { name: "Without drawing" });
  await form.getByRole("button", { name: "Paint it" }).click();
  await form.getByRole("button", { name: "Set the path" }).click();
  await form.getByRole("button", { name: "Done" }).click();
  await expect(form).toBeHidden();
}
