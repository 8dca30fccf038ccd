import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { AudioTrack } from "./encode/audio-track.ts";
import { Mp4File } from "./encode/mp4-file.ts";
import { type Pixels, type VideoFormat, VideoTrack } from "./encode/video-track.ts";
import type { Reel } from "./reel.ts";
import { CLIP_FILE_NAME, frameCountOf, type RenderJob } from "./render-job.ts";

/** Each frame's pixels are a fresh block of memory that only a collection returns; on a small host that adds up. */
const COLLECT_EVERY = 8;
const REPORT_EVERY = 4;

/** Draws every frame once and writes it into the clip; drawing and encoding overlap by one frame. */
export async function filmClip(
  job: RenderJob,
  reel: Reel,
  reportProgress: (fraction: number) => void,
): Promise<void> {
  const frames = frameCountOf(job);
  const clip = await openClip(job, reel);
  let encoding: Promise<unknown> = Promise.resolve();
  for (let frame = 0; frame < frames; frame += 1) {
    reel.drawAt(frame / job.fps); // records what to paint; the painting itself happens when the pixels are asked for
    await nextTurn(); // lets the last frame go on from its colour conversion to its encoder, while this one is painted
    const pixels = pixelsOf(reel);
    await encoding;
    encoding = clip.encode(pixels, frame);
    if (frame % COLLECT_EVERY === 0) globalThis.gc?.();
    if (frame % REPORT_EVERY === 0) reportProgress(frame / frames);
  }
  await encoding;
  await clip.finish();
  reportProgress(1);
}

type Sink = { encode(pixels: Pixels, frame: number): Promise<void>; finish(): Promise<void> };

async function openClip(job: RenderJob, reel: Reel): Promise<Sink> {
  const file = await Mp4File.create(join(job.outDir, CLIP_FILE_NAME));
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

function pixelsOf({ canvas }: Reel): Pixels {
  return { data: canvas.data(), widthPx: canvas.width, heightPx: canvas.height };
}
