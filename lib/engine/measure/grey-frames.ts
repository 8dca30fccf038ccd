import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { within } from "#lib/motion/frame/cover.ts";
import type { GreyFrame } from "#lib/motion/measure/grey-frame.ts";
import type { Size } from "#lib/motion/point.ts";
import { openVideo } from "../read/open-video.ts";

/** Motion is measured to a fraction of a pixel: more of them only cost time. */
const LONGER_SIDE_PX = 320;

type Looks = {
  readonly count: number;
  /** Only the end of the video; all of it where nothing is said. */
  readonly lastSeconds?: number;
};

/**
 * Small grey pictures of a video, evenly from its first frame to its last. Native code on foreign bytes: for limited children.
 * @throws ChildRefusal when it cannot be decoded
 */
export async function greyFrames(videoPath: string, { count, lastSeconds }: Looks): Promise<GreyFrame[]> {
  const video = await openVideo(videoPath);
  const from = Math.max(0, video.durationSeconds - (lastSeconds ?? video.durationSeconds));
  const first = await video.pictureAt(from);
  const size = within({ widthPx: first.width, heightPx: first.height }, LONGER_SIDE_PX);
  const pen = createCanvas(size.widthPx, size.heightPx).getContext("2d");
  pen.imageSmoothingQuality = "high";
  const frames: GreyFrame[] = [];
  for (let index = 0; index < count; index += 1) {
    const atSeconds = from + ((video.durationSeconds - from) * index) / Math.max(1, count - 1);
    pen.drawImage(await video.pictureAt(atSeconds), 0, 0, size.widthPx, size.heightPx);
    frames.push({ ...size, grey: greyOf(pen, size), atSeconds });
  }
  return frames;
}

/** Brightness as BT.709 weighs the colours. */
function greyOf(pen: SKRSContext2D, { widthPx, heightPx }: Size): Uint8Array {
  const { data } = pen.getImageData(0, 0, widthPx, heightPx);
  const grey = new Uint8Array(widthPx * heightPx);
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const at = pixel * 4;
    grey[pixel] = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  return grey;
}
