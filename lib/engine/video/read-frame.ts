import { registerMediabunnyServer } from "@mediabunny/server";
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import {
  FilePathSource,
  Input,
  type InputVideoTrack,
  MP4,
  QTFF,
  type VideoSample,
  VideoSampleSink,
} from "mediabunny";
import { MAX_IMAGE_PIXELS } from "#lib/media/image-header.ts";
import { ChildRefusal } from "#lib/media/limited-child-entry.ts";
import { framePixels } from "./frame-pixels.ts";

/** Half a millisecond: times in containers are rounded, and 0.2 s shall be the frame that begins at 0.20003 s. */
const TOLERANCE_SECONDS = 0.0005;

/**
 * Decodes the frame that an MP4 or MOV shows at a moment, upright and in square pixels: the first one before its begin, the
 * last one after its end or for null. Native code on foreign bytes: call it in a limited child only.
 * @throws ChildRefusal when the file has no frame that can be decoded
 */
export async function readFrame(path: string, atSeconds: number | null): Promise<Canvas> {
  registerMediabunnyServer();
  using input = new Input({ source: new FilePathSource(path), formats: [MP4, QTFF] });
  try {
    return await frameOf(input, atSeconds);
  } catch (cause) {
    if (cause instanceof ChildRefusal) throw cause;
    throw new ChildRefusal(
      "undecodable",
      cause instanceof Error ? cause.message : "The video is unreadable.",
    );
  }
}

async function frameOf(input: Input, atSeconds: number | null): Promise<Canvas> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new ChildRefusal("not_a_video", "The video has no pictures.");
  if ((await track.getCodedWidth()) * (await track.getCodedHeight()) > MAX_IMAGE_PIXELS)
    throw new ChildRefusal("too_many_pixels", "The video's frames are larger than 50 megapixels.");
  using sample = await new VideoSampleSink(track).getSample(await momentIn(track, atSeconds));
  if (sample === null) throw new ChildRefusal("undecodable", "The video has no frame at this moment.");
  return await uprightCanvas(sample);
}

async function momentIn(track: InputVideoTrack, atSeconds: number | null): Promise<number> {
  if (atSeconds === null) return await track.computeDuration();
  return Math.max(await track.getFirstTimestamp(), atSeconds + TOLERANCE_SECONDS);
}

/** The pixels of a decoded frame as they are meant to be seen: turned, mirrored and widened as the file says. */
async function uprightCanvas(sample: VideoSample): Promise<Canvas> {
  const stored = await storedPixels(sample);
  const { displayWidth, displayHeight, rotation, flip } = sample;
  if (rotation === 0 && !flip && displayWidth === stored.width && displayHeight === stored.height)
    return stored;
  const isAcross = rotation === 90 || rotation === 270;
  const [width, height] = isAcross ? [displayHeight, displayWidth] : [displayWidth, displayHeight];
  const upright = createCanvas(displayWidth, displayHeight);
  const context = upright.getContext("2d");
  context.translate(displayWidth / 2, displayHeight / 2);
  context.scale(flip ? -1 : 1, 1); // the file turns first and mirrors then: transforms are given the other way round
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(stored, -width / 2, -height / 2, width, height);
  return upright;
}

async function storedPixels(sample: VideoSample): Promise<Canvas> {
  const { width, height } = sample.visibleRect;
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(await framePixels(sample), width, height), 0, 0);
  return canvas;
}
