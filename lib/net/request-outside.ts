import { type Dispatcher, request } from "undici";
import { AppError } from "#lib/shared/errors.ts";
import { refused } from "./outbound-url.ts";
import { isRefusedAddress } from "./outside-dispatcher.ts";

/** How long one call may keep us waiting. */
export type Patience = {
  /** From the resolving of the name to the whole head of the answer. */
  readonly headMs: number;
  /** Between two pieces of a body. */
  readonly idleMs: number;
};

type RequestOutside = {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly dispatcher: Dispatcher;
  readonly patience: Patience;
  readonly signal: AbortSignal;
};

export type OutsideAnswer = Dispatcher.ResponseData;

/**
 * One call to an address that was already judged: follows nothing, decompresses nothing, adds nothing to the headers. The caller
 * reads the body or destroys it.
 * @throws AppError invalid_request when the name leads inside, provider_unavailable (retryable) when no answer came; whatever
 * `signal` was aborted with
 */
export async function requestOutside(
  url: URL,
  { method, headers, body, dispatcher, patience, signal }: RequestOutside,
): Promise<OutsideAnswer> {
  signal.throwIfAborted();
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), patience.headMs);
  try {
    const answer = await request(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      dispatcher,
      headersTimeout: patience.headMs,
      bodyTimeout: patience.idleMs,
      signal: AbortSignal.any([signal, impatience.signal]),
    });
    answer.body.on("error", () => {}); // a body that nobody reads yet, or any more, may break without ending the process
    return answer;
  } catch (cause) {
    signal.throwIfAborted();
    if (isRefusedAddress(cause)) throw refused("it leads to an address that is not public");
    const message = impatience.signal.aborted
      ? `The address did not answer within ${patience.headMs / 1000} s.`
      : "The address could not be reached.";
    throw new AppError("provider_unavailable", message, { cause, retryable: true });
  } finally {
    clearTimeout(timer);
  }
}
