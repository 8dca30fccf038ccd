import { writeFile } from "node:fs/promises";
import { registerMediabunnyServer } from "@mediabunny/server";
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  VideoSampleSink,
} from "mediabunny";
import sharp from "sharp";
import type { DeriveStillsJob } from "./derive-stills.ts";
import { framePixels } from "./frame-pixels.ts";
import { serveParent } from "./limited-child-entry.ts";

const POSTER_SIDE_PX = 640;
const POSTER_QUALITY = 80;
/** A third in, a clip has usually found its subject. */
const POSTER_AT = 0.34;
const PREVIEW_SIDE_PX = 480;
const PREVIEW_SECONDS = 3;
const PREVIEW_FPS = 12;
const PREVIEW_BITS_PER_SECOND = 400_000;

/** The job comes from `deriveStills` over our own channel, so its shape is taken as given. */
serveParent(async (input) => {
  const job = input as DeriveStillsJob;
  registerMediabunnyServer();
  await makePoster(job);
  await makePreview(job);
  return {};
});

async function makePoster({ videoPath, posterPath, durationSeconds }: DeriveStillsJob): Promise<void> {
  using input = openClip(videoPath);
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error("the clip has no pictures");
  using sample = await new VideoSampleSink(track).getSample(durationSeconds * POSTER_AT);
  if (sample === null) throw new Error("the clip has no picture at this time");
  const { width, height } = sample.visibleRect;
  const pixels = await framePixels(sample);
  const raw = { width, height, channels: 4 } as const;
  const poster = await sharp(pixels, { raw })
    .removeAlpha()
    .resize(POSTER_SIDE_PX, POSTER_SIDE_PX, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: POSTER_QUALITY })
    .toBuffer();
  await writeFile(posterPath, poster);
}

async function makePreview(job: DeriveStillsJob): Promise<void> {
  using input = openClip(job.videoPath);
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: "in-memory" }),
    target: new FilePathTarget(job.previewPath),
  });
  const conversion = await Conversion.init({
    input,
    output,
    trim: { start: 0, end: Math.min(PREVIEW_SECONDS, job.durationSeconds) },
    audio: { discard: true },
    video: {
      ...fittedInto(job, PREVIEW_SIDE_PX),
      fit: "fill",
      frameRate: PREVIEW_FPS,
      codec: "avc",
      bitrate: PREVIEW_BITS_PER_SECOND,
      forceTranscode: true,
    },
  });
  await conversion.execute();
}

function openClip(path: string): Input {
  return new Input({ source: new FilePathSource(path), formats: [MP4, QTFF] });
}

/** The largest even size of the same shape whose longer side is within the limit. */
function fittedInto(size: { widthPx: number; heightPx: number }, sidePx: number) {
  const scale = Math.min(1, sidePx / Math.max(size.widthPx, size.heightPx));
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  return { width: even(size.widthPx), height: even(size.heightPx) };
}
