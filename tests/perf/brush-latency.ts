import type { BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import { measureBuiltStudio } from "./built-studio.ts";

/**
 * Measures how long a pointer waits for its frame on the brush canvas: six regions on a 4096 × 2304 picture, before and
 * after 200 strokes, against an empty page that gets the same input in the same run, turn by turn. Also the heap over 200
 * undos. Needs a quiet machine; exits with 1 when something is over its budget.
 */
const PICTURE = { width: 4096, height: 2304 };
const STROKES_PER_TURN = 20;
const TURNS = 2;
/** Until the browser has compiled what paints: without them the first turns are half as slow again. */
const WARM_UP_TURNS = 4;
const MANY_STROKES = 200;
const POINTS_PER_STROKE = 14;

const BUDGETS = { ratioP95: 1.25, frameMs: 32, heapGrowthMB: 4 };

await measureBuiltStudio(async ({ visit }) =>
  measure(await visit({ viewport: { width: 1280, height: 800 } })),
);

/** Prints what it finds; returns whether something is over its budget. */
async function measure(context: BrowserContext): Promise<boolean> {
  const canvas = await openCanvas(context);
  const empty = await context.newPage();
  for (const page of [canvas, empty]) await page.evaluate(watchFrames);
  for (let region = 1; region <= 6; region += 1) await strokes(canvas, 1, region);
  await compareTurns(canvas, empty, WARM_UP_TURNS);
  const few = await compareTurns(canvas, empty, TURNS);
  await canvas.bringToFront();
  await strokes(canvas, MANY_STROKES);
  const many = await compareTurns(canvas, empty, TURNS);
  const heap = await heapOverUndos(canvas);
  console.table({
    "empty page": few.empty,
    "six regions": few.canvas,
    "empty page, later": many.empty,
    [`after ${MANY_STROKES} strokes`]: many.canvas,
  });
  const ratios = [few, many].map(({ canvas: drawn, empty: bare }) => drawn.p95Ms / bare.p95Ms);
  console.log(
    `p95 against the empty page: ${ratios.map((ratio) => ratio.toFixed(2)).join(", then ")} (budget ${BUDGETS.ratioP95})`,
  );
  console.log(`heap over ${MANY_STROKES} undos: ${heap.toFixed(1)} MB more (budget ${BUDGETS.heapGrowthMB})`);
  const lateFrames = [few, many].some(({ canvas: drawn, empty: bare }) => drawn.lateFrames > bare.lateFrames);
  if (lateFrames) console.log(`frames over ${BUDGETS.frameMs} ms that the empty page has not`);
  return lateFrames || heap > BUDGETS.heapGrowthMB || ratios.some((ratio) => ratio > BUDGETS.ratioP95);
}

async function openCanvas(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const background = { r: 120, g: 150, b: 180 };
  const buffer = await sharp({ create: { ...PICTURE, channels: 3, background } })
    .jpeg()
    .toBuffer();
  await page.goto("/create/image-to-video");
  const input = page.getByRole("region", { name: "First frame" }).locator("input[type=file]:not([capture])");
  await input.setInputFiles({ name: "lake.jpg", mimeType: "image/jpeg", buffer });
  await page.getByText(`${PICTURE.width} × ${PICTURE.height}`).first().waitFor();
  await page.getByRole("radio", { name: "Motion brush", exact: true }).click({ force: true });
  await page.getByRole("button", { name: "Switch to Kling 1.0" }).click();
  await page.getByRole("button", { name: "Fill the window" }).click();
  await page.getByRole("application").focus();
  return page;
}

/** Strokes all over the middle of the window, each region in its turn unless one is given. */
async function strokes(page: Page, count: number, region?: number): Promise<void> {
  for (let stroke = 0; stroke < count; stroke += 1) {
    await page.keyboard.press(String(region ?? (stroke % 6) + 1));
    const [x, y] = [200 + ((stroke * 37 + (region ?? 0) * 90) % 700), 150 + ((stroke * 61) % 380)];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let point = 1; point <= POINTS_PER_STROKE; point += 1) {
      await page.mouse.move(x + point * 12 * Math.cos(stroke), y + point * 12 * Math.sin(stroke));
    }
    await page.mouse.up();
  }
}

type Frames = { readonly latenciesMs: number[]; readonly framesMs: number[] };
type Figures = { p50Ms: number; p95Ms: number; longestFrameMs: number; lateFrames: number };

async function compareTurns(canvas: Page, empty: Page, turns: number) {
  const seen = { canvas: [] as Frames[], empty: [] as Frames[] };
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, page] of [
      ["empty", empty],
      ["canvas", canvas],
    ] as const) {
      await page.bringToFront();
      await page.evaluate(takeFrames);
      await strokes(page, STROKES_PER_TURN);
      seen[name].push(await page.evaluate(takeFrames));
    }
  }
  return { canvas: figuresOf(seen.canvas), empty: figuresOf(seen.empty) };
}

function figuresOf(turns: readonly Frames[]): Figures {
  const latencies = turns.flatMap(({ latenciesMs }) => latenciesMs).sort((a, b) => a - b);
  const frames = turns.flatMap(({ framesMs }) => framesMs);
  const at = (share: number) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1));
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    longestFrameMs: Number(Math.max(...frames).toFixed(1)),
    lateFrames: frames.filter((frame) => frame > BUDGETS.frameMs + 2).length, // two vsyncs are 33.3 ms
  };
}

/** MB that the heap has grown by, garbage aside. */
async function heapOverUndos(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await page.bringToFront();
  const usedMB = async () => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  };
  const before = await usedMB();
  for (let undo = 0; undo < MANY_STROKES; undo += 1) await page.keyboard.press("Control+z");
  return (await usedMB()) - before;
}

/** Runs in the page: from each first move of a frame to when that frame has been handed on. */
function watchFrames(): void {
  const seen: Frames = { latenciesMs: [], framesMs: [] };
  Object.assign(window, { framewrightFrames: seen });
  let movedAtMs: number | null = null;
  let lastFrameMs: number | null = null;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (movedAtMs !== null) seen.latenciesMs.push(performance.now() - movedAtMs);
    movedAtMs = null;
  };
  const onMove = ({ timeStamp }: PointerEvent) => {
    if (movedAtMs !== null) return;
    movedAtMs = timeStamp;
    requestAnimationFrame(() => painted.port2.postMessage(null));
  };
  addEventListener("pointermove", onMove, { capture: true });
  const onFrame = (nowMs: number) => {
    if (lastFrameMs !== null && !document.hidden) seen.framesMs.push(nowMs - lastFrameMs);
    lastFrameMs = document.hidden ? null : nowMs;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

/** Runs in the page: what was seen since the last time. */
function takeFrames(): Frames {
  // Written by `watchFrames`; the page's own types do not know it.
  const { framewrightFrames: seen } = window as unknown as { framewrightFrames: Frames };
  return { latenciesMs: seen.latenciesMs.splice(0), framesMs: seen.framesMs.splice(0) };
}
