import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createCanvas } from "@napi-rs/canvas";
import { AudioTrack } from "./encode/audio-track.ts";
import { Mp4File } from "./encode/mp4-file.ts";
import { type Pixels, type VideoFormat, VideoTrack } from "./encode/video-track.ts";
import type { Reel } from "./reel.ts";
import { frameCountOf, OUTPUT_NAMES, type RenderJob } from "./render-job.ts";

const POSTER_SIDE_PX = 640;
const POSTER_QUALITY = 80;
/** Scenes fade nothing in, so any frame would do; a third in, the camera has found its subject. */
const POSTER_AT = 0.34;
const PREVIEW_SIDE_PX = 480;
const PREVIEW_SECONDS = 3;
const PREVIEW_EVERY = 2;
/** Each frame's pixels are a fresh block of memory that only a collection returns; on a small host that adds up. */
const COLLECT_EVERY = 8;
const REPORT_EVERY = 4;

/** Draws every frame once and writes clip, preview and poster from it; drawing and encoding overlap by one frame. */
export async function filmClip(
  job: RenderJob,
  reel: Reel,
  reportProgress: (fraction: number) => void,
): Promise<void> {
  const frames = frameCountOf(job);
  const clip = await openClip(job, reel);
  const preview = await openPreview(job);
  const posterFrame = Math.floor(frames * POSTER_AT);
  let encoding: Promise<unknown> = Promise.resolve();
  for (let frame = 0; frame < frames; frame += 1) {
    reel.drawAt(frame / job.fps); // records what to paint; the painting itself happens when the pixels are asked for
    await nextTurn(); // lets the last frame go on from its colour conversion to its encoder, while this one is painted
    const pixels = pixelsOf(reel);
    if (frame === posterFrame) await writePoster(join(job.outDir, OUTPUT_NAMES.poster), reel);
    await encoding;
    encoding = Promise.all([clip.encode(pixels, frame), preview.encode(pixels, frame)]);
    if (frame % COLLECT_EVERY === 0) globalThis.gc?.();
    if (frame % REPORT_EVERY === 0) reportProgress(frame / frames);
  }
  await encoding;
  await Promise.all([clip.finish(), preview.finish()]);
  reportProgress(1);
}

type Sink = { encode(pixels: Pixels, frame: number): Promise<void>; finish(): Promise<void> };

async function openClip(job: RenderJob, reel: Reel): Promise<Sink> {
  const file = await Mp4File.create(join(job.outDir, OUTPUT_NAMES.video));
  const video = await VideoTrack.add(file, clipFormat(job));
  const audio = job.hasSound ? await AudioTrack.add(file, reel.makeSound()) : null;
  await file.start();
  return {
    async encode(pixels, frame) {
      await video.encode(pixels);
      await audio?.encodeUntil((frame + 1) / job.fps);
    },
    async finish() {
      await video.finish();
      await audio?.finish();
      await file.finish();
    },
  };
}

function clipFormat({ widthPx, heightPx, fps }: RenderJob): VideoFormat {
  const isLarge = widthPx * heightPx > 1920 * 1088;
  return { widthPx, heightPx, fps, preset: isLarge ? "superfast" : "veryfast", crf: 19 };
}

async function openPreview(job: RenderJob): Promise<Sink> {
  const file = await Mp4File.create(join(job.outDir, OUTPUT_NAMES.preview));
  const fps = Math.max(1, Math.round(job.fps / PREVIEW_EVERY));
  const video = await VideoTrack.add(file, {
    ...fittedInto(job, PREVIEW_SIDE_PX),
    fps,
    preset: "veryfast",
    crf: 26,
  });
  await file.start();
  return {
    async encode(pixels, frame) {
      if (frame % PREVIEW_EVERY === 0 && frame < PREVIEW_SECONDS * job.fps) await video.encode(pixels);
    },
    async finish() {
      await video.finish();
      await file.finish();
    },
  };
}

async function writePoster(path: string, reel: Reel): Promise<void> {
  const { widthPx, heightPx } = fittedInto(
    { widthPx: reel.canvas.width, heightPx: reel.canvas.height },
    POSTER_SIDE_PX,
  );
  const poster = createCanvas(widthPx, heightPx);
  const context = poster.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(reel.canvas, 0, 0, widthPx, heightPx);
  await writeFile(path, await poster.encode("webp", POSTER_QUALITY));
}

/** The largest even size of the same shape whose longer side is within the limit. */
function fittedInto(
  size: { widthPx: number; heightPx: number },
  sidePx: number,
): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, sidePx / Math.max(size.widthPx, size.heightPx));
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  return { widthPx: even(size.widthPx), heightPx: even(size.heightPx) };
}

function pixelsOf({ canvas }: Reel): Pixels {
  return { data: canvas.data(), widthPx: canvas.width, heightPx: canvas.height };
}
