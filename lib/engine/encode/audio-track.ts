import {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
} from "node-av/constants";
import { Codec, CodecContext, Frame, Rational } from "node-av/lib";
import { EncodedStream } from "./encoded-stream.ts";
import { checked } from "./libav.ts";
import type { Mp4File } from "./mp4-file.ts";

/** Stereo sound, both channels of equal length, samples from -1 to 1. */
export type Sound = { left: Float32Array; right: Float32Array; sampleRate: number };

const BIT_RATE = 128_000n;
/** Samples in one AAC frame. The track is cut to whole frames, so that it never outlasts the pictures. */
const AAC_FRAME_SAMPLES = 1024;

/** An AAC track that is fed from one prepared piece of sound, as far as the pictures have come. */
export class AudioTrack {
  readonly #stream: EncodedStream;
  readonly #sound: Sound;
  #position = 0;

  private constructor(stream: EncodedStream, sound: Sound) {
    this.#stream = stream;
    this.#sound = sound;
  }

  static async add(file: Mp4File, sound: Sound): Promise<AudioTrack> {
    const codec = await openAac(sound.sampleRate);
    return new AudioTrack(
      new EncodedStream({ codec, file, packetDuration: BigInt(AAC_FRAME_SAMPLES) }),
      sound,
    );
  }

  async encodeUntil(seconds: number): Promise<void> {
    const end = Math.min(seconds * this.#sound.sampleRate, this.#sound.left.length);
    while (this.#position + AAC_FRAME_SAMPLES <= end) {
      const frame = this.#frameAt(this.#position);
      await this.#stream.encode(frame);
      frame.free();
      this.#position += AAC_FRAME_SAMPLES;
    }
  }

  async finish(): Promise<void> {
    await this.#stream.finish();
  }

  #frameAt(position: number): Frame {
    const { left, right, sampleRate } = this.#sound;
    const planes = new Float32Array(2 * AAC_FRAME_SAMPLES);
    planes.set(left.subarray(position, position + AAC_FRAME_SAMPLES), 0);
    planes.set(right.subarray(position, position + AAC_FRAME_SAMPLES), AAC_FRAME_SAMPLES);
    return Frame.fromAudioBuffer(Buffer.from(planes.buffer), {
      nbSamples: AAC_FRAME_SAMPLES,
      format: AV_SAMPLE_FMT_FLTP,
      sampleRate,
      channelLayout: AV_CHANNEL_LAYOUT_STEREO,
      timeBase: { num: 1, den: sampleRate },
      pts: BigInt(position),
    });
  }
}

async function openAac(sampleRate: number): Promise<CodecContext> {
  const codec = new CodecContext();
  codec.allocContext3(Codec.findEncoderByName(FF_ENCODER_AAC));
  codec.sampleRate = sampleRate;
  codec.sampleFormat = AV_SAMPLE_FMT_FLTP;
  codec.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  codec.timeBase = new Rational(1, sampleRate);
  codec.bitRate = BIT_RATE;
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  checked(await codec.open2(), "open the AAC encoder");
  return codec;
}
