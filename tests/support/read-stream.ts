import { type StreamFrame, streamFrameSchema } from "#lib/contract/events.ts";

/** Frames of an event stream as they arrive. Ends when the stream does. */
export async function* readFrames(response: Response): AsyncGenerator<StreamFrame> {
  if (response.body === null) throw new Error("the stream has no body");
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data === undefined) continue; // a comment that keeps the connection alive
      const frame = streamFrameSchema.parse(JSON.parse(data));
      if (!block.startsWith(`id: ${frame.event.seq}\n`)) throw new Error(`a frame without its id: ${block}`);
      yield frame;
    }
  }
}
