import { Readable } from "node:stream";

/** A Node stream, or anything that yields bytes, as the platform's own kind of stream. */
export function webStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const stream = source instanceof Readable ? source : Readable.from(source, { objectMode: false });
  // Node types its web streams apart from the platform's; they are the same objects.
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
