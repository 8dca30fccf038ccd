import { parseOutboundUrl } from "./outbound-url.ts";
import { guarded } from "./outside-dispatcher.ts";
import { requestOutside } from "./request-outside.ts";

const USER_AGENT = "Framewright/1 (+callback)";

type PostOutside = {
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  /** For the whole call, from the resolving of the name to the head of the answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** All that is looked at of an answer. */
export type PostAnswer = { readonly status: number; readonly retryAfter: string | null };

/**
 * POSTs JSON to a URL that someone outside gave us, under the same guard as `openOutside` and stricter: the operator's own hosts
 * are no exception, and a redirect is an answer like any other. The answer's body is never read.
 * @throws AppError invalid_request for an address that may not be called, provider_unavailable (retryable) when no answer came;
 * whatever `signal` was aborted with
 */
export async function postOutside(text: string, options: PostOutside): Promise<PostAnswer> {
  const { headers, body, timeoutMs, signal } = options;
  const answer = await requestOutside(parseOutboundUrl(text, []), {
    method: "POST",
    dispatcher: guarded,
    headers: { ...headers, "content-type": "application/json", "user-agent": USER_AGENT },
    body,
    patience: { headMs: timeoutMs, idleMs: timeoutMs },
    signal,
  });
  answer.body.destroy();
  const retryAfter = answer.headers["retry-after"];
  return { status: answer.statusCode, retryAfter: typeof retryAfter === "string" ? retryAfter : null };
}
