import { AVERROR_EAGAIN, AVERROR_EOF } from "node-av/constants";
import { type CodecContext, type Frame, Packet, type Stream } from "node-av/lib";
import { checked } from "./libav.ts";
import type { Mp4File } from "./mp4-file.ts";

type Encoding = {
  codec: CodecContext;
  file: Mp4File;
  /** How long one packet lasts, in the encoder's time base. x264 does not say, and the last picture would last 0. */
  packetDuration: bigint;
};

/** One open encoder and its place in the file: frames in, packets out. */
export class EncodedStream {
  readonly #codec: CodecContext;
  readonly #packetDuration: bigint;
  readonly #file: Mp4File;
  readonly #stream: Stream;
  readonly #packet = new Packet();

  constructor({ codec, file, packetDuration }: Encoding) {
    this.#codec = codec;
    this.#packetDuration = packetDuration;
    this.#file = file;
    this.#stream = file.addStream(codec);
    this.#packet.alloc();
  }

  async encode(frame: Frame): Promise<void> {
    checked(await this.#codec.sendFrame(frame), "encode a frame");
    await this.#writePackets();
  }

  async finish(): Promise<void> {
    checked(await this.#codec.sendFrame(null), "flush the encoder");
    await this.#writePackets();
    this.#codec.freeContext();
  }

  async #writePackets(): Promise<void> {
    for (;;) {
      const code = await this.#codec.receivePacket(this.#packet);
      if (code === AVERROR_EAGAIN || code === AVERROR_EOF) return;
      checked(code, "take a packet");
      this.#packet.duration = this.#packetDuration;
      this.#packet.streamIndex = this.#stream.index;
      this.#packet.rescaleTs(this.#codec.timeBase, this.#stream.timeBase);
      await this.#file.write(this.#packet);
      this.#packet.unref();
    }
  }
}
