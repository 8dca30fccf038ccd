/** Passes half of the bytes on and then breaks, as a connection does. */
export function cutInTheMiddle(body: ReadableStream<Uint8Array>, bytes: number): ReadableStream<Uint8Array> {
  let left = Math.floor(bytes / 2);
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (chunk.byteLength > left) return controller.error(new Error("the connection was cut, as ordered"));
        left -= chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
}
