import type { CDPSession, Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { chooseFile, expectStored, firstFrame, generate, prompt, stage } from "./create-screen.ts";
import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

const PICTURE = { widthPx: 640, heightPx: 360 };

test("by mouse, six regions with their paths and a still area are sent exactly as they were drawn", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "a mouse");
  await openBrush(page, isMobile);
  const at = await placesOf(page);
  for (const [index, left] of LEFTS.entries()) {
    await page.keyboard.press(String(index + 1));
    await page.keyboard.press("b");
    await drag(page, [at(left, 60), at(left + 40, 70)]);
    await page.keyboard.press("p");
    await drag(page, [at(left + 20, 65), at(left + 20, 200), at(left + 60, 260)]);
  }
  await page.keyboard.press("0");
  await page.keyboard.press("b");
  await drag(page, [at(20, 330), at(620, 330)]);
  await expect(chip(page, "Still")).toHaveAccessibleName("Still: painted");
  const order = await orderPainted(page);
  const masks = await Promise.all([...order.dynamic_masks, { mask: order.static_mask }].map(readMask));
  expect(masks).toHaveLength(7);
  for (const { info, data } of masks) {
    expect([info.width, info.height]).toEqual([PICTURE.widthPx, PICTURE.heightPx]);
    expect(new Set(data)).toEqual(new Set([0, 255]));
  }
  const owners = Array.from(
    { length: PICTURE.widthPx * PICTURE.heightPx },
    (_, pixel) => masks.filter(({ data }) => data[pixel] === 255).length,
  );
  expect(new Set(owners)).toEqual(new Set([0, 1])); // a pixel has one owner
  for (const [index, left] of LEFTS.entries()) {
    const path = order.dynamic_masks[index]?.trajectories ?? [];
    expect(path.length).toBeGreaterThanOrEqual(2);
    expect(path.length).toBeLessThanOrEqual(77);
    const drawn = [
      [left + 20, 65],
      [left + 20, 200],
      [left + 60, 260],
    ] as const;
    for (const [x, y] of drawn) expect(distanceTo(path, x, PICTURE.heightPx - y)).toBeLessThanOrEqual(1);
  }
});

test("by keyboard alone an area is painted, sent on its way, changed point by point and undone", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "phones have no such keys");
  await openBrush(page, isMobile);
  await page.getByRole("button", { name: "Without drawing" }).press("Enter");
  const form = page.getByRole("dialog", { name: "Without drawing" });
  await type(form.getByRole("textbox", { name: "Middle from the left" }), "200");
  await type(form.getByRole("textbox", { name: "Width" }), "80");
  await page.keyboard.press("Enter");
  await type(form.getByRole("textbox", { name: "Distance" }), "150");
  await page.keyboard.press("Enter");
  await expect(chip(form, "Region 1")).toHaveAccessibleName("Region 1: path of 150 px");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  const canvas = page.getByRole("application", { name: "Picture to paint on" });
  await canvas.focus();
  await page.keyboard.press("Tab"); // the region
  await page.keyboard.press("Tab"); // its first point
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(said(page)).toHaveText("Region 1: path of 160 px with 2 points");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText(/with 3 points$/);
  await page.keyboard.press("Delete");
  await expect(said(page)).toHaveText(/with 2 points$/);
  await page.keyboard.press("Control+z");
  await expect(said(page)).toHaveText(/^Undone: Region 1: path/);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Tab");
  await expect(canvas).not.toBeFocused(); // the canvas lets the keyboard go
  const order = await orderPainted(page);
  expect(order.dynamic_masks).toHaveLength(1);
  expect(order.dynamic_masks[0]?.trajectories).toEqual([
    { x: 200, y: 180 },
    { x: 360, y: 180 },
  ]);
});

test("a pen that is pressed harder paints wider, and from then on a finger only moves the picture", async ({
  page,
  isMobile,
}) => {
  await openBrush(page, isMobile);
  const at = await placesOf(page);
  const session = await page.context().newCDPSession(page);
  await choose(page, "Region 1");
  await penStroke(session, [at(150, 100), at(250, 100)], 0.2);
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: painted, no path");
  await choose(page, "Region 2");
  await penStroke(session, [at(150, 250), at(250, 250)], 1);
  await expect(chip(page, "Region 2")).toHaveAccessibleName("Region 2: painted, no path");
  await choose(page, "Region 3");
  await touch(session, [at(400, 100)], [at(450, 150)]);
  await page.getByRole("button", { name: "Path", exact: true }).click();
  const moved = await placesOf(page);
  expect(Math.hypot(moved(0, 0).x - at(0, 0).x, moved(0, 0).y - at(0, 0).y)).toBeGreaterThan(10);
  await expect(chip(page, "Region 3")).toHaveAccessibleName("Region 3: empty");
  for (const [name, y] of [
    ["Region 1", 100],
    ["Region 2", 250],
  ] as const) {
    await choose(page, name);
    await penStroke(session, [moved(200, y), moved(300, y)], 0.5);
    await expect(chip(page, name)).toHaveAccessibleName(/path of/);
  }
  const order = await orderPainted(page);
  const [light, heavy] = await Promise.all(order.dynamic_masks.map(readMask));
  expect(count(heavy?.data)).toBeGreaterThan(1.5 * count(light?.data));
});

test("one finger paints, two move and enlarge the picture without a trace, and undo is at hand", async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, "fingers");
  await openBrush(page, isMobile);
  const at = await placesOf(page);
  const session = await page.context().newCDPSession(page);
  await touch(session, [at(280, 150), at(360, 150)], [at(200, 150), at(440, 150)]);
  const after = await placesOf(page);
  expect(after(640, 0).x - after(0, 0).x).toBeGreaterThan(1.3 * (at(640, 0).x - at(0, 0).x));
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: empty");
  await touch(session, [after(300, 180)], [after(340, 190)]);
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: painted, no path");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: empty");
});

test("what is painted survives a reload, with its steps", async ({ page, isMobile }) => {
  await openBrush(page, isMobile);
  await paintByNumbers(page);
  await page.reload();
  await openCanvas(page, isMobile);
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: path of 200 px");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: painted, no path");
});

test("a browser that keeps nothing is told of, and painting goes on", async ({ page, isMobile }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await openBrush(page, isMobile);
  await expect(page.getByText(/^This browser keeps nothing/)).toBeVisible();
  await paintByNumbers(page);
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: path of 200 px");
});

test("auto-select takes what is tapped, and when it dies the rest goes on", async ({ page, isMobile }) => {
  await openBrush(page, isMobile);
  const at = await placesOf(page);
  await page.getByRole("button", { name: "Auto-select" }).click();
  await expect(page.getByText("Tap what you want.", { exact: false })).toBeVisible();
  await page.mouse.click(at(320, 180).x, at(320, 180).y);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(chip(page, "Region 1")).toHaveAccessibleName("Region 1: painted, no path");
  await page.evaluate(() => {
    Worker.prototype.postMessage = function broken() {
      this.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
    };
  });
  await page.mouse.click(at(100, 100).x, at(100, 100).y);
  await expect(page.getByText("Auto-select has stopped")).toBeVisible();
  await page.getByRole("button", { name: "Brush", exact: true }).click();
  await choose(page, "Region 2");
  await page.mouse.click(at(100, 300).x, at(100, 300).y);
  await expect(chip(page, "Region 2")).toHaveAccessibleName("Region 2: painted, no path");
});

test("a picture that does not come is said, and asked for again", async ({ page, isMobile, pageErrors }) => {
  pageErrors.allow(/Failed to load resource|ERR_/);
  await openBrush(page, isMobile);
  const pictures = "**/api/assets/*/content*";
  await page.route(pictures, (route) => route.abort());
  await page.reload();
  await openCanvas(page, isMobile);
  await expect(page.getByText("The picture cannot be shown")).toBeVisible();
  await page.unroute(pictures);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("The picture cannot be shown")).toBeHidden();
});

for (const theme of ["light", "dark"] as const) {
  test(`the canvas has no serious accessibility problem in the ${theme} theme`, async ({
    page,
    isMobile,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await openBrush(page, isMobile);
    await paintByNumbers(page);
    await page.getByRole("button", { name: "Show all controls" }).click();
    await page
      .getByRole("button", { name: "1 tip" })
      .or(page.getByRole("button", { name: "Undo" }))
      .first()
      .hover();
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
    await page.getByRole("button", { name: "Without drawing" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
  });
}

/** From the left; as wide apart as their strokes. */
const LEFTS = [30, 130, 230, 330, 430, 530];

async function openBrush(page: Page, isMobile: boolean): Promise<void> {
  await page.goto("/create/image-to-video");
  await chooseFile(firstFrame(page), "boat.png", PICTURE);
  await expectStored(page, "640 × 360");
  await stage(page).getByRole("radio", { name: "Motion brush", exact: true }).click({ force: true });
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await openCanvas(page, isMobile);
}

/** Over the whole window, where there is room. */
async function openCanvas(page: Page, isMobile: boolean): Promise<void> {
  await page.getByRole("button", { name: isMobile ? "Paint on the picture" : "Fill the window" }).click();
  await expect(
    page.getByRole("region", { name: "Motion brush" }).getByRole("button", { name: "Done" }),
  ).toBeVisible();
}

/** Where a point of the picture is on the screen now. */
async function placesOf(page: Page): Promise<(x: number, y: number) => { x: number; y: number }> {
  const picture = page.getByRole("application").locator("img");
  await expect(picture).toHaveCSS("opacity", "1");
  const box = await picture.boundingBox();
  if (box === null) throw new Error("the picture is not shown");
  const scale = box.width / PICTURE.widthPx;
  return (x, y) => ({ x: box.x + x * scale, y: box.y + y * scale });
}

type Place = { x: number; y: number };

async function drag(page: Page, [from, ...way]: readonly Place[]): Promise<void> {
  if (from === undefined) return;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const { x, y } of way) await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}

async function penStroke(
  session: CDPSession,
  [from, to]: readonly [Place, Place],
  force: number,
): Promise<void> {
  const pen = { pointerType: "pen", force, button: "left", buttons: 1, clickCount: 1 } as const;
  await session.send("Input.dispatchMouseEvent", { ...pen, ...from, type: "mousePressed" });
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    await session.send("Input.dispatchMouseEvent", { ...pen, x, y, type: "mouseMoved" });
  }
  await session.send("Input.dispatchMouseEvent", { ...pen, ...to, type: "mouseReleased", buttons: 0 });
}

/** Fingers go from their first places to their last ones together. */
async function touch(session: CDPSession, from: readonly Place[], to: readonly Place[]): Promise<void> {
  const points = (share: number) =>
    from.map(({ x, y }, id) => ({
      id,
      x: x + ((to[id]?.x ?? x) - x) * share,
      y: y + ((to[id]?.y ?? y) - y) * share,
    }));
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(share) });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
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

async function type(field: Locator, text: string): Promise<void> {
  await field.press("Control+a");
  await field.pressSequentially(text);
}

function chip(scope: Page | Locator, name: string): Locator {
  return scope
    .getByRole("group", { name: "Regions" })
    .getByRole("button", { name: new RegExp(`^${name}:`) })
    .last();
}

async function choose(page: Page, name: string): Promise<void> {
  await chip(page, name).click();
  await expect(chip(page, name)).toHaveAttribute("aria-pressed", "true");
}

function said(page: Page): Locator {
  return page.getByRole("region", { name: "Motion brush" }).getByRole("status").last();
}

type Painted = {
  readonly dynamic_masks: readonly { readonly mask: string; readonly trajectories: readonly Place[] }[];
  readonly static_mask: string;
};

/** Orders what is painted, and answers with the request as it left the browser. */
async function orderPainted(page: Page): Promise<Painted> {
  await page.getByRole("region", { name: "Motion brush" }).getByRole("button", { name: "Done" }).click();
  await prompt(page).fill("The boat drifts");
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/api/tasks"),
  );
  await generate(page).click();
  return (await sent).postDataJSON().request;
}

async function readMask({ mask }: { readonly mask: string }) {
  return sharp(Buffer.from(mask, "base64")).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
}

function count(data: Buffer | undefined): number {
  return data?.filter((value) => value === 255).length ?? 0;
}

/** From a point to a way, in pixels. */
function distanceTo(path: readonly Place[], x: number, y: number): number {
  const distances = path.slice(1).map((to, index) => {
    const from = path[index] ?? to;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const share = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - from.x - dx * share, y - from.y - dy * share);
  });
  return Math.min(...distances);
}
