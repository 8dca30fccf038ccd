import { AVFMT_FLAG_BITEXACT } from "node-av/constants";
import { type CodecContext, Dictionary, FormatContext, type Packet, type Stream } from "node-av/lib";
import { checked } from "./libav.ts";

/** An MP4 being written: add the streams, `start`, write packets in any interleaving, `finish`. */
export class Mp4File {
  readonly #format = new FormatContext();

  static async create(path: string): Promise<Mp4File> {
    const file = new Mp4File();
    checked(file.#format.allocOutputContext2(null, "mp4", path), "allocate the MP4");
    file.#format.setFlags(AVFMT_FLAG_BITEXACT); // no version strings or dates: the same clip has the same bytes
    checked(await file.#format.openOutput(), "open the MP4");
    return file;
  }

  addStream(codec: CodecContext): Stream {
    const stream = this.#format.newStream();
    checked(stream.codecpar.fromContext(codec), "describe the stream");
    stream.timeBase = codec.timeBase;
    return stream;
  }

  /** faststart: the index goes in front of the pictures, so that a player may begin before the file has arrived. */
  async start(): Promise<void> {
    checked(
      await this.#format.writeHeader(Dictionary.fromObject({ movflags: "+faststart" })),
      "write the header",
    );
  }

  async write(packet: Packet): Promise<void> {
    checked(await this.#format.interleavedWriteFrame(packet), "write a packet");
  }

  async finish(): Promise<void> {
    checked(await this.#format.writeTrailer(), "write the trailer");
    await this.#format.closeOutput();
    this.#format.freeContext();
  }
}
