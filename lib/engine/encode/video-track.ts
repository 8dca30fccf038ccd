import {
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
  AVCOL_TRC_BT709,
  FF_ENCODER_LIBX264,
} from "node-av/constants";
import { Codec, CodecContext, Frame, Rational, SoftwareScaleContext } from "node-av/lib";
import { EncodedStream } from "./encoded-stream.ts";
import { checked } from "./libav.ts";
import type { Mp4File } from "./mp4-file.ts";

type VideoFormat = {
  widthPx: number;
  heightPx: number;
  fps: number;
};

/** Pixels as a canvas gives them: RGBA, 8 bits, opaque, top row first, no padding. */
export type Pixels = { data: Buffer; widthPx: number; heightPx: number };

const KEY_FRAME_SECONDS = 2;
/** x264: how much time to spend, so that 5 s of 720p are there in 3, and how much loss to accept (lower is better). */
const PRESET = "superfast";
const CRF = 19;
/** Fixed, not the host's core count: x264's output depends on it, and the same job shall give the same bytes. */
const ENCODER_THREADS = 2;

/** An H.264 track that takes canvas pixels of any size and scales them to its own. */
export class VideoTrack {
  readonly #stream: EncodedStream;
  readonly #format: VideoFormat;
  readonly #scaler = new SoftwareScaleContext();
  readonly #scaled: Frame;
  #nextFrame = 0n;

  private constructor(stream: EncodedStream, format: VideoFormat) {
    this.#stream = stream;
    this.#format = format;
    this.#scaler.allocContext();
    this.#scaled = emptyFrame(format);
  }

  static async add(file: Mp4File, format: VideoFormat): Promise<VideoTrack> {
    return new VideoTrack(
      new EncodedStream({ codec: await openX264(format), file, packetDuration: 1n }),
      format,
    );
  }

  /** The pixels may be overwritten by the caller as soon as this returned its promise. */
  async encode(pixels: Pixels): Promise<void> {
    const { widthPx: width, heightPx: height } = pixels;
    const timeBase = { num: 1, den: this.#format.fps };
    const drawn = Frame.fromVideoBuffer(pixels.data, { width, height, format: AV_PIX_FMT_RGBA, timeBase });
    if (this.#nextFrame === 0n)
      this.#scaler.setOption("sws_flags", width < this.#format.widthPx ? "bicubic" : "bilinear");
    drawn.colorSpace = AVCOL_SPC_RGB;
    drawn.colorRange = AVCOL_RANGE_JPEG;
    checked(this.#scaled.makeWritable(), "reuse the frame");
    checked(await this.#scaler.scaleFrame(this.#scaled, drawn), "convert to YUV");
    drawn.free();
    this.#scaled.pts = this.#nextFrame;
    this.#scaled.duration = 1n;
    this.#nextFrame += 1n;
    await this.#stream.encode(this.#scaled);
  }

  async finish(): Promise<void> {
    await this.#stream.finish();
    this.#scaled.free();
    this.#scaler.freeContext();
  }
}

async function openX264(format: VideoFormat): Promise<CodecContext> {
  const codec = new CodecContext();
  codec.allocContext3(Codec.findEncoderByName(FF_ENCODER_LIBX264));
  codec.width = format.widthPx;
  codec.height = format.heightPx;
  codec.pixelFormat = AV_PIX_FMT_YUV420P;
  codec.timeBase = new Rational(1, format.fps);
  codec.framerate = new Rational(format.fps, 1);
  codec.gopSize = format.fps * KEY_FRAME_SECONDS;
  codec.colorSpace = AVCOL_SPC_BT709;
  codec.colorPrimaries = AVCOL_PRI_BT709;
  codec.colorTrc = AVCOL_TRC_BT709;
  codec.colorRange = AVCOL_RANGE_MPEG;
  codec.threadCount = ENCODER_THREADS;
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  codec.setOption("preset", PRESET);
  codec.setOption("crf", String(CRF));
  checked(await codec.open2(), "open x264");
  return codec;
}

function emptyFrame({ widthPx, heightPx }: VideoFormat): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = widthPx;
  frame.height = heightPx;
  frame.format = AV_PIX_FMT_YUV420P;
  frame.colorSpace = AVCOL_SPC_BT709;
  frame.colorRange = AVCOL_RANGE_MPEG;
  checked(frame.allocBuffer(), "allocate a frame");
  return frame;
}
