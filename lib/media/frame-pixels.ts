import type { VideoSample, VideoSamplePixelFormat } from "mediabunny";
import type { AVPixelFormat } from "node-av/constants";
import {
  AV_PIX_FMT_NV12,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
  AV_PIX_FMT_YUV420P10LE,
  AV_PIX_FMT_YUV422P,
  AV_PIX_FMT_YUV422P10LE,
  AV_PIX_FMT_YUV444P,
  AV_PIX_FMT_YUV444P10LE,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT470BG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
} from "node-av/constants";
import { FFmpegError, Frame, SoftwareScaleContext } from "node-av/lib";

/**
 * For limited children: a decoded frame's visible pixels as they lie in the file: RGBA, top row first, no padding. mediabunny's own conversion
 * takes every video for BT.601, which turns the reds and greens of HD videos by a tenth; here its matrix is read.
 */
export async function framePixels(sample: VideoSample): Promise<Uint8ClampedArray> {
  const format = sample.format === null ? undefined : PLANAR_FORMATS[sample.format];
  if (format === undefined) return await convertedByMediabunny(sample);
  const planes = Buffer.alloc(sample.allocationSize());
  await sample.copyTo(planes);
  return await toRgba(sample, { planes, format });
}

const PLANAR_FORMATS: Partial<Record<VideoSamplePixelFormat, AVPixelFormat>> = {
  NV12: AV_PIX_FMT_NV12,
  I420: AV_PIX_FMT_YUV420P,
  I420P10: AV_PIX_FMT_YUV420P10LE,
  I422: AV_PIX_FMT_YUV422P,
  I422P10: AV_PIX_FMT_YUV422P10LE,
  I444: AV_PIX_FMT_YUV444P,
  I444P10: AV_PIX_FMT_YUV444P10LE,
};

async function convertedByMediabunny(sample: VideoSample): Promise<Uint8ClampedArray> {
  const pixels = new Uint8ClampedArray(sample.allocationSize({ format: "RGBA" }));
  await sample.copyTo(pixels, { format: "RGBA" });
  return pixels;
}

type Planes = { readonly planes: Buffer; readonly format: AVPixelFormat };

async function toRgba(sample: VideoSample, { planes, format }: Planes): Promise<Uint8ClampedArray> {
  const { width, height } = sample.visibleRect;
  using decoded = Frame.fromVideoBuffer(planes, { width, height, format, timeBase: { num: 1, den: 1 } });
  decoded.colorSpace = matrixOf(sample);
  decoded.colorRange = sample.colorSpace.fullRange === true ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
  using seen = emptyRgba(width, height);
  using scaler = new SoftwareScaleContext();
  scaler.allocContext();
  FFmpegError.throwIfError(await scaler.scaleFrame(seen, decoded), "convert to RGB");
  return new Uint8ClampedArray(seen.toBuffer());
}

/** What the file says; where it says nothing, what players take for granted: BT.709 for HD, BT.601 below. */
function matrixOf({ colorSpace, visibleRect }: VideoSample) {
  const isHd = visibleRect.height >= 720;
  return colorSpace.matrix === "bt709" || (colorSpace.matrix === null && isHd)
    ? AVCOL_SPC_BT709
    : AVCOL_SPC_BT470BG;
}

function emptyRgba(width: number, height: number): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = AV_PIX_FMT_RGBA;
  frame.colorSpace = AVCOL_SPC_RGB;
  frame.colorRange = AVCOL_RANGE_JPEG;
  FFmpegError.throwIfError(frame.allocBuffer(), "allocate a frame");
  return frame;
}
