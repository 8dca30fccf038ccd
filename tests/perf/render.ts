import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { renderClip } from "#lib/engine/render-clip.ts";

/** Prints how long the sandbox takes for the clips people ask for most; the promise is 5 s of 720p in at most 6 s. */
const PROMPTS = ["a paper boat on a quiet lake at dawn", "neon city street in the rain at night, a car"];

const SPECS = [
  { widthPx: 1280, heightPx: 720, fps: 24, durationSeconds: 5 },
  { widthPx: 1280, heightPx: 720, fps: 30, durationSeconds: 5 },
  { widthPx: 720, heightPx: 1280, fps: 30, durationSeconds: 5 },
  { widthPx: 1920, heightPx: 1080, fps: 24, durationSeconds: 5 },
  { widthPx: 1920, heightPx: 1080, fps: 30, durationSeconds: 5 },
  { widthPx: 3840, heightPx: 2160, fps: 24, durationSeconds: 5 },
] as const;

console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
for (const spec of SPECS) {
  for (const prompt of PROMPTS) {
    const outDir = await mkdtemp(join(tmpdir(), "framewright-perf-"));
    const start = performance.now();
    const clip = await renderClip({ kind: "text2video", prompt, hasSound: true, outDir, ...spec });
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const { widthPx, heightPx, fps, durationSeconds } = spec;
    console.log(
      `${durationSeconds} s of ${widthPx}×${heightPx} at ${fps} fps: ${seconds} s, ${Math.round(clip.bytes / 1024)} KiB (${prompt})`,
    );
    await rm(outDir, { recursive: true });
  }
}
