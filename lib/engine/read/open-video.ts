import { registerMediabunnyServer } from "@mediabunny/server";
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { FilePathSource, Input, MP4, QTFF, type VideoSample, VideoSampleSink } from "mediabunny";
import { framePixels } from "#lib/media/frame-pixels.ts";
import { ChildRefusal } from "#lib/media/limited-child-entry.ts";

/** Pictures of a video by their time. Times must rise; the canvas that comes back is used again for the next picture. */
export type OpenVideo = {
  readonly durationSeconds: number;
  readonly pictureAt: (seconds: number) => Promise<Canvas>;
};

/**
 * Opens an MP4 or MOV for decoding, upright and in the order of time. Native code on foreign bytes: for limited children.
 * @throws ChildRefusal when it has no picture that can be decoded
 */
export async function openVideo(path: string): Promise<OpenVideo> {
  registerMediabunnyServer();
  try {
    const input = new Input({ source: new FilePathSource(path), formats: [MP4, QTFF] });
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new ChildRefusal("undecodable", "The video has no pictures.");
    const durationSeconds = await track.computeDuration();
    return { durationSeconds, pictureAt: pictureReader(new VideoSampleSink(track)) };
  } catch (cause) {
    return refuseDamaged(cause);
  }
}

/** Half of a thousandth: times of frames are rounded by their containers. */
const TOLERANCE_SECONDS = 0.0005;

function pictureReader(sink: VideoSampleSink): OpenVideo["pictureAt"] {
  let samples: AsyncGenerator<VideoSample, void, unknown> | undefined;
  let next: VideoSample | null = null;
  let shown: Canvas | undefined;
  const read = async (seconds: number): Promise<Canvas> => {
    if (samples === undefined) {
      const first = await sink.getSample(Math.max(seconds, await firstTimeOf(sink)));
      if (first === null) throw new ChildRefusal("undecodable", "The video has no picture.");
      shown = await upright(first, shown);
      samples = sink.samples(first.timestamp + first.duration);
      next = (await samples.next()).value ?? null;
      first.close();
    }
    while (next !== null && next.timestamp <= seconds + TOLERANCE_SECONDS) {
      const current: VideoSample = next;
      next = (await samples.next()).value ?? null;
      const isShown = next === null || next.timestamp > seconds + TOLERANCE_SECONDS;
      if (isShown) shown = await upright(current, shown);
      current.close();
    }
    if (shown === undefined) throw new ChildRefusal("undecodable", "The video has no picture.");
    return shown;
  };
  return (seconds) => read(seconds).catch(refuseDamaged);
}

/** What breaks while pictures are read is the file's fault, not the renderer's. */
function refuseDamaged(cause: unknown): never {
  if (cause instanceof ChildRefusal) throw cause;
  throw new ChildRefusal("undecodable", cause instanceof Error ? cause.message : "The video is damaged.");
}

async function firstTimeOf(sink: VideoSampleSink): Promise<number> {
  for await (const sample of sink.samples()) {
    const { timestamp } = sample;
    sample.close();
    return timestamp;
  }
  throw new ChildRefusal("undecodable", "The video has no picture.");
}

/** The pixels of a decoded picture, turned as the file says. */
async function upright(sample: VideoSample, reused: Canvas | undefined): Promise<Canvas> {
  const { rotation } = sample;
  const { width, height } = sample.visibleRect;
  const pixels = await framePixels(sample);
  const stored = rotation === 0 && reused !== undefined ? reused : createCanvas(width, height);
  stored.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
  if (rotation === 0) return stored;
  const isAcross = rotation === 90 || rotation === 270;
  const turned = reused ?? createCanvas(isAcross ? height : width, isAcross ? width : height);
  const context = turned.getContext("2d");
  context.setTransform(1, 0, 0, 1, turned.width / 2, turned.height / 2);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(stored, -width / 2, -height / 2);
  context.setTransform(1, 0, 0, 1, 0, 0);
  return turned;
}
