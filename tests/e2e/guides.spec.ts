import type { Locator, Page } from "@playwright/test";
import {
  CLIP_WITHIN_MS,
  chooseFile,
  expectPlaying,
  expectStored,
  firstFrame,
  generate,
  prompt,
  stage,
} from "./create-screen.ts";
import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

test("what is painted is one click away from the newest model, plays, and comes back with its settings", async ({
  page,
  isMobile,
}) => {
  test.setTimeout(2 * CLIP_WITHIN_MS);
  const orders = readOrders(page);
  await openPicture(page);
  await guide(page, "Motion brush").click({ force: true });
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await expect(guide(page, "Motion brush")).toBeChecked();
  await generate(page).click();
  await expect(page.getByText(/^Nothing is painted yet/)).toBeVisible();
  await paintByNumbers(page, isMobile);
  await expect(page.getByText(/^Nothing is painted yet/)).toBeHidden();
  await prompt(page).fill("The boat drifts");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: The boat drifts/));
  const { image, dynamic_masks: masks = [], ...request } = orders.at(-1) ?? {};
  expect(request).toMatchObject({ model_name: "kling-v1", duration: "5" });
  expect(image).toMatch(/^asset_/);
  expect(masks.map(({ mask }) => mask.slice(0, 8))).toEqual(["iVBORw0K"]);
  expect(masks[0]?.trajectories).toEqual([
    { x: 320, y: 180 },
    { x: 520, y: 180 },
  ]);
  // Gone from the form, and back from the task.
  await page.getByRole("button", { name: "Start over" }).click();
  await stage(page).getByRole("button", { name: "Use settings" }).click();
  await expect(guide(page, "Motion brush")).toBeChecked();
  await openCanvas(page, isMobile);
  await expect(movingRegion(page)).toBeVisible();
});

test("a move of the camera is chosen one axis at a time, plays, and is in the order", async ({ page }) => {
  test.setTimeout(CLIP_WITHIN_MS + 30_000);
  const orders = readOrders(page);
  await openPicture(page);
  await guide(page, "Camera").click({ force: true });
  await page.getByRole("button", { name: /^Switch to Kling 1.5/ }).click();
  await expect(page.getByRole("img", { name: "Preview of the camera’s move" })).toBeVisible();
  await generate(page).click();
  await expect(page.getByText("Choose how the camera moves.")).toBeVisible();
  await press(axis(page, "Turn"), "ArrowLeft", 3);
  await press(axis(page, "Zoom"), "ArrowRight", 4);
  await expect(axis(page, "Zoom")).toHaveAttribute("aria-valuetext", "wider 2");
  await expect(axis(page, "Turn")).toHaveAttribute("aria-valuetext", "still");
  await prompt(page).fill("The boat from afar");
  await generate(page).click();
  await expectPlaying(stage(page).getByLabel(/^Clip: The boat from afar/));
  expect(orders.at(-1)?.camera_control).toEqual({ type: "simple", config: { zoom: 2 } });
});

test("a clip from words is moved by one of four ready-made ways", async ({ page, isMobile }) => {
  const orders = readOrders(page);
  await page.goto("/create/text-to-video");
  await prompt(page).fill("A lighthouse");
  if (isMobile) await page.getByRole("button", { name: /Change$/ }).click();
  const settings = isMobile ? page.getByRole("dialog") : page.getByRole("region", { name: "Settings" });
  await settings.getByRole("radio", { name: "Camera", exact: true }).click({ force: true });
  await settings.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  if (isMobile) await settings.getByRole("button", { name: "Done" }).click();
  await page.getByRole("radio", { name: "Forward and up" }).check();
  await generate(page).click();
  await expect(stage(page).getByRole("article", { name: "Take" })).toBeVisible();
  expect(orders.at(-1)?.camera_control).toEqual({ type: "forward_up" });
});

test("what is put aside for another guide is there again, also after a reload", async ({
  page,
  isMobile,
}) => {
  await openPicture(page);
  await guide(page, "Motion brush").click({ force: true });
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await paintByNumbers(page, isMobile);
  await guide(page, "Camera").click({ force: true });
  await page.getByRole("button", { name: /^Switch to Kling 1.5/ }).click();
  await press(axis(page, "Zoom"), "ArrowRight", 4);
  await guide(page, "Frames").check();
  await page.reload();
  await expect(guide(page, "Frames")).toBeChecked();
  await guide(page, "Camera").check();
  await expect(axis(page, "Zoom")).toHaveAttribute("aria-valuetext", "wider 2");
  await guide(page, "Motion brush").check();
  await openCanvas(page, isMobile);
  await expect(movingRegion(page)).toBeVisible();
});

test("the request is shown with short masks and copied with whole ones", async ({ page, isMobile }) => {
  await openPicture(page);
  await guide(page, "Motion brush").click({ force: true });
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await paintByNumbers(page, isMobile);
  await page.getByRole("button", { name: "Show the request as cURL or JSON" }).click();
  await expect(page.getByText(/"mask": "iVBORw0KGgo[^"]{13}…"/)).toBeVisible();
  await expect(page.getByText(/^Masks are shortened here/)).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`the camera's bench has no serious accessibility problem in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await openPicture(page);
    await guide(page, "Camera").click({ force: true });
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Switch to Kling 1.5/ }).click();
    await expect(page.getByRole("button", { name: "Play" })).toBeVisible(); // nothing moves unasked
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
  });
}

async function openPicture(page: Page): Promise<void> {
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "boat.png", { widthPx: 640, heightPx: 360 });
  await expectStored(page, "640 × 360");
}

function guide(page: Page, name: "Frames" | "Motion brush" | "Camera"): Locator {
  return stage(page).getByRole("radio", { name, exact: true });
}

function axis(page: Page, name: string): Locator {
  return page.getByRole("slider", { name, exact: true });
}

/** What `paintByNumbers` has made. */
function movingRegion(page: Page): Locator {
  return page.getByRole("button", { name: "Region 1: path of 200 px" });
}

async function press(field: Locator, key: string, times: number): Promise<void> {
  await expect(field).toBeEnabled();
  for (let time = 0; time < times; time += 1) await field.press(key);
}

/** On a phone the picture is worked on over the whole screen. */
async function openCanvas(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole("button", { name: "Paint on the picture" }).click();
}

/** An ellipse in the middle of the picture, 200 px to the right; as a person without a pointer does it. */
async function paintByNumbers(page: Page, isMobile: boolean): Promise<void> {
  await openCanvas(page, isMobile);
  await page.getByRole("button", { name: "Without drawing" }).click();
  const form = page.getByRole("dialog", { name: "Without drawing" });
  await form.getByRole("button", { name: "Paint it" }).click();
  await form.getByRole("button", { name: "Set the path" }).click();
  await expect(form.getByText(/path of 200 px/).first()).toBeVisible();
  await form.getByRole("button", { name: "Done" }).click();
  await expect(form).toBeHidden();
  if (isMobile)
    await page.getByRole("region", { name: "Motion brush" }).getByRole("button", { name: "Done" }).click();
}

type Ordered = {
  readonly image?: string;
  readonly camera_control?: unknown;
  readonly dynamic_masks?: readonly { readonly mask: string; readonly trajectories: unknown }[];
};

/** The requests of the orders that this page sends, as they come. */
function readOrders(page: Page): readonly Ordered[] {
  const orders: Ordered[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/tasks"))
      orders.push(request.postDataJSON().request);
  });
  return orders;
}
