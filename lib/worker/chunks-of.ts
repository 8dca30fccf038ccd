/** In a window of this length at least so many bytes must come; a peer that drips holds a place that others need. */
const WINDOW_MS = 30_000;
const LEAST_BYTES = 64 * 1024;

/**
 * The chunks of a transfer, none read ahead: a stream that breaks drops what it had read.
 * @throws when the signal aborts, or when too little comes
 */
export async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const slow = new AbortController();
  let bytesInWindow = 0;
  const looking = setInterval(() => {
    if (bytesInWindow < LEAST_BYTES) slow.abort(new Error("the transfer is too slow"));
    bytesInWindow = 0;
  }, WINDOW_MS);
  const either = AbortSignal.any([signal, slow.signal]);
  // A read that waits ends by it; its error, when the body is broken already, is told by the read.
  const stop = () => void reader.cancel(either.reason).catch(() => undefined);
  either.addEventListener("abort", stop);
  try {
    for (;;) {
      either.throwIfAborted();
      const { done, value } = await reader.read();
      either.throwIfAborted();
      if (done) return;
      bytesInWindow += value.byteLength;
      yield value;
    }
  } finally {
    clearInterval(looking);
    either.removeEventListener("abort", stop);
    stop();
  }
}
