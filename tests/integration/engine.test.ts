import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { renderClip } from "#lib/engine/render-clip.ts";
import type { RenderJob } from "#lib/engine/render-job.ts";
import { deriveStills } from "#lib/media/derive-stills.ts";
import { probeVideo } from "#lib/media/probe-video.ts";

let outDir = "";
let pictures = "";

beforeAll(async () => {
  pictures = await mkdtemp(join(tmpdir(), "framewright-pictures-"));
  await sharp({ create: { width: 900, height: 600, channels: 3, background: "#3264c8" } })
    .jpeg()
    .toFile(join(pictures, "first.jpg"));
  await sharp({ create: { width: 600, height: 900, channels: 4, background: "#c83264" } })
    .png()
    .toFile(join(pictures, "last.png"));
  await writeFile(join(pictures, "page.png"), "<html></html>");
});
afterAll(() => rm(pictures, { recursive: true }));
beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), "framewright-clip-"));
});
afterEach(() => rm(outDir, { recursive: true }));

const jobOf = (change: Partial<RenderJob>): RenderJob => ({
  kind: "text2video",
  prompt: "a paper boat on a lake at dawn",
  widthPx: 640,
  heightPx: 360,
  fps: 24,
  durationSeconds: 1,
  hasSound: false,
  outDir,
  ...change,
});

describe("a clip is exactly what was asked for", () => {
  const first = () => join(pictures, "first.jpg");
  const last = () => join(pictures, "last.png");

  test.each<[string, () => Partial<RenderJob>]>([
    [
      "720p landscape at 24 fps with sound",
      () => ({ widthPx: 1280, heightPx: 720, durationSeconds: 2, hasSound: true }),
    ],
    ["720p portrait at 30 fps", () => ({ widthPx: 720, heightPx: 1280, fps: 30, durationSeconds: 1 })],
    ["720p square with sound", () => ({ widthPx: 720, heightPx: 720, fps: 30, hasSound: true })],
    ["1080p landscape", () => ({ widthPx: 1920, heightPx: 1080, durationSeconds: 0.5 })],
    ["1080p portrait", () => ({ widthPx: 1080, heightPx: 1920, durationSeconds: 0.5 })],
    ["4k", () => ({ widthPx: 3840, heightPx: 2160, durationSeconds: 0.25 })],
    ["15 seconds with sound", () => ({ widthPx: 320, heightPx: 180, durationSeconds: 15, hasSound: true })],
    [
      "a picture at its own odd shape",
      () => ({ kind: "image2video", image: first(), widthPx: 854, heightPx: 570 }),
    ],
    [
      "from one picture to another",
      () => ({ kind: "image2video", image: first(), imageTail: last(), hasSound: true }),
    ],
    ["a picture without a prompt", () => ({ kind: "image2video", prompt: "", image: last() })],
  ])("%s", async (_, change) => {
    const job = jobOf(change());
    const clip = await renderClip(job);
    const facts = await probeVideo(clip.videoPath);
    expect(facts).toMatchObject({
      container: "mp4",
      codec: "avc",
      widthPx: job.widthPx,
      heightPx: job.heightPx,
      frameCount: job.fps * job.durationSeconds,
      hasSound: job.hasSound,
      audioCodec: job.hasSound ? "aac" : null,
      isFastStart: true,
      bytes: clip.bytes,
    });
    expect(facts.fps).toBeCloseTo(job.fps, 3);
    expect(facts.durationSeconds).toBeCloseTo(job.durationSeconds, 3);
    expect(clip.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("a small poster and a short silent preview of the same shape can be made of a clip", async () => {
  const clip = await renderClip(jobOf({ durationSeconds: 4, hasSound: true }));
  const { posterPath, previewPath } = await deriveStills({ ...clip, outDir });
  expect(await sharp(posterPath).metadata()).toMatchObject({ format: "webp", width: 640, height: 360 });
  expect((await stat(posterPath)).size).toBeLessThan(80_000);
  const preview = await probeVideo(previewPath);
  expect(preview).toMatchObject({
    codec: "avc",
    widthPx: 480,
    heightPx: 270,
    hasSound: false,
    isFastStart: true,
  });
  expect(preview.durationSeconds).toBeLessThanOrEqual(3.1);
  expect(preview.bytes).toBeLessThan(400_000);
});

test("the same job gives the same bytes, another seed or prompt gives others", async () => {
  const job = jobOf({ hasSound: true });
  const hashes = [];
  for (const change of [{}, {}, { seed: "take 2" }, { prompt: "a city at night" }]) {
    hashes.push((await renderClip({ ...job, ...change })).sha256);
  }
  expect(hashes[1]).toBe(hashes[0]);
  expect(new Set(hashes).size).toBe(3);
});

test("progress rises to 1", async () => {
  const seen: number[] = [];
  await renderClip(jobOf({}), { onProgress: (fraction) => seen.push(fraction) });
  expect(seen).toEqual([...seen].sort((first, second) => first - second));
  expect(seen.at(-1)).toBe(1);
});

describe("whatever happens to the renderer, we get a typed error and live on", () => {
  test("killed from outside", async () => {
    const running = renderClip(jobOf({ durationSeconds: 15 }), {
      onProgress: () => killRenderers(outDir),
    });
    await expect(running).rejects.toMatchObject({ name: "EngineError", kind: "crash" });
  });

  test("out of time", async () => {
    const running = renderClip(jobOf({ durationSeconds: 30 }), { limits: { wallClockMs: 800 } });
    await expect(running).rejects.toMatchObject({ kind: "timeout" });
  });

  test("out of memory", async () => {
    const limits = { memoryBytes: 100 * 1024 ** 2 };
    const running = renderClip(jobOf({ widthPx: 1920, heightPx: 1080 }), { limits });
    await expect(running).rejects.toMatchObject({ kind: "memory" });
  });

  test("stopped by its caller in the middle", async () => {
    const stop = new AbortController();
    const running = renderClip(jobOf({ durationSeconds: 15 }), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(running).rejects.toMatchObject({ kind: "aborted" });
  });

  test("given a picture that is none", async () => {
    const image = join(pictures, "page.png");
    await expect(renderClip(jobOf({ kind: "image2video", image }))).rejects.toMatchObject({ kind: "input" });
  });

  test("given a picture that is not there", async () => {
    const image = join(pictures, "missing.png");
    await expect(renderClip(jobOf({ kind: "image2video", image }))).rejects.toMatchObject({ kind: "crash" });
  });
});

/** Finds the renderer of our own clip by the directory that it was told to write to: it holds files open there. */
function killRenderers(directory: string): void {
  const found = execFileSync(
    "sh",
    [
      "-c",
      `ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v d="${directory}" '/^\\/proc/ {p=$1} index($0, d) {print p}'`,
    ],
    {
      encoding: "utf8",
    },
  );
  for (const line of new Set(found.split("\n"))) {
    const pid = Number(/\/proc\/(\d+)\//.exec(line)?.[1] ?? 0);
    if (pid > 0 && pid !== process.pid) process.kill(pid, "SIGKILL");
  }
}
