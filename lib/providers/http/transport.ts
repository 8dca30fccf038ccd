import { env } from "#lib/env.ts";
import { parseLossless, stringifyLossless } from "#lib/kling/json.ts";
import { log } from "#lib/log.ts";
import type { callUpstream, UpstreamAnswer } from "#lib/net/call-upstream.ts";
import type { Authorization } from "./authorization.ts";
import { type Call, type CallOperation, codeOf, outcomeOf, type Sent } from "./sent.ts";

/** Sends one call and tells what came of it. @throws whatever the call's `signal` was aborted with, and nothing else */
export type Transport = (call: Call) => Promise<Sent>;

export type TransportDeps = {
  readonly connectionId: string;
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** Null where no credential is needed. */
  readonly authorization: Authorization | null;
  readonly fetch: typeof callUpstream;
  readonly now: () => number;
  readonly newRequestId: () => string;
  readonly count: (call: CountedCall) => void;
};

export type CountedCall = {
  readonly connectionId: string;
  readonly operation: CallOperation;
  /** See `ConnectionCalls.outcome`. */
  readonly outcome: string;
  readonly latencyMs: number;
};

/** Whole calls. A create carries pictures in its body, so it may take longest; it ends a little before its task's own deadline. */
const TIMEOUTS_MS: Readonly<Record<CallOperation, number>> = {
  submit: env.SUBMIT_TIMEOUT_SECONDS * 950,
  selection: 30_000,
  find: 12_000,
  query: 12_000,
  list: 25_000,
  output: 15_000,
  check: 10_000,
  library: 15_000,
};

/** A page of 500 tasks, or masks of a selection, with room to spare. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const USER_AGENT = "Framewright/1 (+upstream)";
/** The token is not valid yet, or not any more (api-reference §1.5): a matter of clocks, and nothing was opened. */
const CLOCK_CODES: readonly (number | undefined)[] = [1003, 1004];

/** The one way to an upstream: credential, time limits, lossless JSON, counting and the log are here and nowhere else. */
export function createTransport(deps: TransportDeps): Transport {
  return async (call) => {
    const first = await sendOnce(deps, call);
    if (first.sent.type !== "answered" || !CLOCK_CODES.includes(codeOf(first.sent.body))) return first.sent;
    const skewMs = deps.authorization?.correctClock?.({ upstreamMs: first.dateMs, nowMs: deps.now() });
    if (skewMs === undefined) return first.sent;
    const { connectionId } = deps;
    log.warn({ connectionId, skewMs }, "clock alarm: the upstream's clock differs from ours");
    return (await sendOnce(deps, call)).sent;
  };
}

type Once = { readonly sent: Sent; readonly dateMs: number | null };

async function sendOnce(deps: TransportDeps, call: Call): Promise<Once> {
  const { connectionId, authorization, now } = deps;
  const { operation, method, body, signal } = call;
  const requestId = deps.newRequestId();
  const startedAt = now();
  const answer = await deps.fetch(addressOf(deps, call), {
    method,
    headers: {
      ...(authorization !== null && { authorization: await authorization.header(startedAt) }),
      accept: "application/json",
      "accept-encoding": "identity",
      "user-agent": USER_AGENT,
      "x-request-id": requestId,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: stringifyLossless(body) }),
    timeoutMs: TIMEOUTS_MS[operation],
    maxBytes: MAX_ANSWER_BYTES,
    signal,
  });
  const sent = read(answer, authorization?.secrets() ?? []);
  const outcome = outcomeOf(sent);
  const latencyMs = Math.max(0, now() - startedAt);
  deps.count({ connectionId, operation, outcome, latencyMs });
  log.debug({ connectionId, operation, outcome, latencyMs, requestId }, "an upstream was called");
  return { sent, dateMs: answer.type === "answered" ? answer.dateMs : null };
}

function addressOf({ baseUrl }: TransportDeps, { path, query }: Call): string {
  return `${baseUrl}${path}${query === undefined ? "" : `?${new URLSearchParams(query)}`}`;
}

/** An upstream that complains about a key likes to quote it: what was secret on the way out stays so on the way in. */
function read(answer: UpstreamAnswer, secrets: readonly string[]): Sent {
  if (answer.type !== "answered") return answer;
  const text = secrets.reduce((clean, secret) => clean.replaceAll(secret, "[removed]"), answer.text);
  try {
    return { type: "answered", status: answer.status, body: parseLossless(text) };
  } catch {
    return { type: "answered", status: answer.status, body: undefined }; // a page of HTML, or half an answer
  }
}
