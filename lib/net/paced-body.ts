import { AppError } from "#lib/shared/errors.ts";

/** A body may be this slow in all before its speed counts: handshakes and the first bytes of a busy server. */
const GRACE_MS = 30_000;
/** Below this a body only holds a place: 200 MB would take four hours. */
const MIN_BYTES_PER_SECOND = 16_384;

type Pace = {
  readonly maxBytes: number;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly signal: AbortSignal;
};

/**
 * The same bytes, as long as they are neither too many nor too slow. Only the time spent waiting for the sender counts, so that a
 * slow reader is not the sender's fault. Whoever stops reading closes the connection.
 * @throws AppError payload_too_large, provider_unavailable (retryable) when it breaks off or drips; whatever `signal` was aborted with
 */
export async function* pacedBody(
  body: AsyncIterable<Uint8Array>,
  { maxBytes, now, signal }: Pace,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  let waitedMs = 0;
  let askedAt = now();
  try {
    for await (const chunk of body) {
      waitedMs += now() - askedAt;
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        throw new AppError("payload_too_large", `The file is larger than ${maxBytes} bytes.`);
      if (isTooSlow({ bytes, waitedMs })) throw new AppError("provider_unavailable", "The file drips.");
      yield chunk;
      askedAt = now();
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError("provider_unavailable", "The file broke off.", { cause, retryable: true });
  }
}

/** Whether so many bytes in so many milliseconds of waiting are those of a sender that only keeps us busy. */
export function isTooSlow({
  bytes,
  waitedMs,
}: {
  readonly bytes: number;
  readonly waitedMs: number;
}): boolean {
  return waitedMs > GRACE_MS + (bytes / MIN_BYTES_PER_SECOND) * 1000;
}
