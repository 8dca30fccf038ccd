import { fetch } from "undici";
import { AppError } from "#lib/shared/errors.ts";
import { parseOutboundUrl, refused } from "./outbound-url.ts";
import { guarded, isRefusedAddress } from "./outside-dispatcher.ts";

const USER_AGENT = "Framewright/1 (+callback)";

type PostOutside = {
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  /** For the whole call, from the resolving of the name to the head of the answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/**
 * POSTs JSON to a URL that someone outside gave us, under the same guard as `fetchOutside` and stricter: the operator's own hosts
 * are no exception, and a redirect is an answer like any other. The answer's body is never read.
 * @returns the HTTP status of the answer
 * @throws AppError invalid_request for an address that may not be called, provider_unavailable (retryable) when no answer came;
 * whatever `signal` was aborted with
 */
export async function postOutside(text: string, options: PostOutside): Promise<number> {
  const { headers, body, timeoutMs, signal } = options;
  const url = parseOutboundUrl(text, []);
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      dispatcher: guarded,
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
      headers: { ...headers, "content-type": "application/json", "user-agent": USER_AGENT },
      body,
    });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    signal.throwIfAborted();
    if (isRefusedAddress(cause)) throw refused("it leads to an address that is not public");
    const message = timeout.aborted
      ? `The address did not answer within ${timeoutMs / 1000} s.`
      : "The address could not be reached.";
    throw new AppError("provider_unavailable", message, { cause, retryable: true });
  }
}
