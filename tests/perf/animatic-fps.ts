import { type BrowserContext, devices, type Page } from "@playwright/test";
import sharp from "sharp";
import { measureBuiltStudio } from "./built-studio.ts";

/**
 * Measures the animatic on a phone whose processor is four times slower than this machine: pictures a second while it plays,
 * and how long after the press its first one is there, for a camera move, for painted regions and for two frames. Prints
 * how many pixels were drawn each time. Needs a quiet machine; exits with 1 when something is over its budget.
 */
const CPU_SLOWDOWN = 4;
const PICTURE = { width: 1920, height: 1080 };
const WATCHED_MS = 4000;

const BUDGETS = { fps: 24, firstFrameMs: 300 };

/** More pixels than a Pixel 7 has: the preview over its whole width is then drawn at 1280 × 720. */
const PHONE = { ...devices["Pixel 7"], deviceScaleFactor: 3.5 };

type Figures = { readonly pixels: string; readonly fps: number; readonly firstFrameMs: number };

await measureBuiltStudio(async ({ visit }) => measure(await visit(PHONE)));

/** Prints what it finds; returns whether something is over its budget. */
async function measure(context: BrowserContext): Promise<boolean> {
  const figures = {
    "look aside": await measureCamera(context),
    "six regions": await measureBrush(context),
    "two frames": await measureFrames(context),
  };
  console.table(figures);
  return Object.values(figures).some(
    ({ fps, firstFrameMs }) => fps < BUDGETS.fps || firstFrameMs > BUDGETS.firstFrameMs,
  );
}

async function measureCamera(context: BrowserContext): Promise<Figures> {
  const page = await openPicture(context);
  await guide(page, "Camera");
  await page.getByRole("button", { name: /^Switch to Kling 1.5/ }).click();
  await page.getByRole("slider", { name: "Look sideways" }).press("End");
  await guide(page, "Frames");
  return play(page, () => guide(page, "Camera"));
}

async function measureBrush(context: BrowserContext): Promise<Figures> {
  const page = await openPicture(context);
  await guide(page, "Motion brush");
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await page.getByRole("button", { name: "Paint on the picture" }).click();
  await page.getByRole("button", { name: "Without drawing" }).click();
  const form = page.getByRole("dialog", { name: "Without drawing" });
  for (let region = 1; region <= 6; region += 1) {
    await form.getByRole("button", { name: new RegExp(`^Region ${region}:`) }).click();
    await form.getByRole("textbox", { name: "Middle from the left" }).fill(String(region * 270));
    await form.getByRole("button", { name: "Paint it" }).click();
    await form.getByRole("button", { name: "Set the path" }).click();
  }
  await form.getByRole("button", { name: "Done" }).click();
  return play(page, () => page.getByRole("button", { name: "Preview the motion" }).click());
}

async function measureFrames(context: BrowserContext): Promise<Figures> {
  const page = await openPicture(context);
  await putPicture(page, "End frame", "dusk.jpg");
  return play(page, () => page.getByRole("button", { name: "Preview", exact: true }).click());
}

async function openPicture(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/create/image-to-video");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await putPicture(page, "First frame", "lake.jpg");
  return page;
}

async function putPicture(page: Page, place: string, name: string): Promise<void> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const background = { r: 120, g: 150, b: 180 };
  const buffer = await sharp({ create: { ...PICTURE, channels: 3, background, noise } })
    .jpeg()
    .toBuffer();
  const frame = page.getByRole("region", { name: place });
  await frame
    .locator("input[type=file]:not([capture])")
    .setInputFiles({ name, mimeType: "image/jpeg", buffer });
  await frame.getByText(`${PICTURE.width} × ${PICTURE.height}`).waitFor();
}

async function guide(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name, exact: true }).click({ force: true });
}

/** Starts the animatic on the slow processor and watches it. Its code comes over no real network. */
async function play(page: Page, open: () => Promise<void>): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  await page.bringToFront();
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.evaluate(watchAnimatic);
  await open();
  await page.waitForFunction(() => "framewrightFirstFrameMs" in window);
  const figures = await page.evaluate(countFrames, WATCHED_MS);
  await page.close();
  return figures;
}

/** Runs in the page: notes how long after a press an animatic has drawn, which gives its canvas its size. */
function watchAnimatic(): void {
  let pressedMs = performance.now();
  const onPress = ({ timeStamp }: MouseEvent) => {
    pressedMs = timeStamp;
  };
  addEventListener("click", onPress, { capture: true });
  const observer = new MutationObserver((changes) => {
    if (!changes.some(({ target }) => target instanceof HTMLCanvasElement && target.role === "img")) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      Object.assign(window, { framewrightFirstFrameMs: performance.now() - pressedMs }),
    );
  });
  observer.observe(document.body, { subtree: true, attributeFilter: ["width"] });
}

/** Runs in the page: a picture is drawn with every frame while the animatic plays. */
async function countFrames(watchedMs: number): Promise<Figures> {
  // Written by `watchAnimatic`; the page's own types do not know it.
  const { framewrightFirstFrameMs } = window as unknown as { framewrightFirstFrameMs: number };
  const canvas = document.querySelector<HTMLCanvasElement>("canvas[role=img]");
  const startMs = performance.now();
  let frames = 0;
  while (performance.now() - startMs < watchedMs) {
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  const fps = (frames * 1000) / (performance.now() - startMs);
  return {
    pixels: `${canvas?.width} × ${canvas?.height}`,
    fps: Number(fps.toFixed(1)),
    firstFrameMs: Math.round(framewrightFirstFrameMs),
  };
}
