import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isAllowed, parseOutboundUrl } from "./outbound-url.ts";
import { guarded, guardedKept, unguarded, unguardedKept } from "./outside-dispatcher.ts";
import { requestOutside } from "./request-outside.ts";

export type UpstreamCall = {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole call, the answer's body included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
};

/**
 * What came of a call. `answered`: the whole answer, whatever its status; redirects are not followed, so that no credential leaves
 * its host. `unreachable`: the call was certainly not sent. `timeout` and `broken`: it may have arrived.
 */
export type UpstreamAnswer =
  | {
      readonly type: "answered";
      readonly status: number;
      readonly text: string;
      /** The sender's clock in milliseconds; null when it tells none. */
      readonly dateMs: number | null;
    }
  | { readonly type: "timeout" | "unreachable" | "broken"; readonly message: string };

/**
 * One call to an upstream of a connection, under the guard of `openOutside`: its address was given by a person, too. Hosts of
 * OUTBOUND_ALLOWED_HOSTS may be private. Questions follow each other on connections that are kept; an order has a connection of
 * its own, because one that upstream closes at that moment would leave it in doubt.
 * @throws whatever `signal` was aborted with, and nothing else
 */
export async function callUpstream(address: string, call: UpstreamCall): Promise<UpstreamAnswer> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const isQuestion = call.method === "GET";
  const first = await callOnce(address, { ...call, timeout, isKept: isQuestion });
  const isStale = isQuestion && first.type === "broken" && CLOSED.includes(first.code);
  const { code: _code, ...answer } = isStale
    ? await callOnce(address, { ...call, timeout, isKept: false })
    : first;
  return answer;
}

/** What a kept connection ends with that upstream has closed meanwhile. */
const CLOSED: readonly string[] = ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"];

type Once = UpstreamCall & { readonly timeout: AbortSignal; readonly isKept: boolean };

/** An answer, and the innermost code of what went wrong. */
type Outcome = UpstreamAnswer & { readonly code: string };

async function callOnce(address: string, call: Once): Promise<Outcome> {
  const { method, headers, body, timeoutMs, maxBytes, signal, timeout, isKept } = call;
  try {
    const url = parseOutboundUrl(address, env.OUTBOUND_ALLOWED_HOSTS);
    const answer = await requestOutside(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      dispatcher: dispatcherFor(url, isKept),
      patience: { headMs: timeoutMs, idleMs: timeoutMs },
      signal: AbortSignal.any([signal, timeout]),
    });
    const text = await readText(answer.body, maxBytes);
    if (text === null)
      return { type: "broken", message: `the answer is larger than ${maxBytes} bytes`, code: "" };
    const dateMs = Date.parse(String(answer.headers.date ?? ""));
    return {
      type: "answered",
      status: answer.statusCode,
      text,
      dateMs: Number.isNaN(dateMs) ? null : dateMs,
      code: "",
    };
  } catch (error) {
    signal.throwIfAborted();
    return { ...failureOf(error, { isLate: timeout.aborted, timeoutMs }), code: codeOf(error) };
  }
}

function dispatcherFor(url: URL, isKept: boolean) {
  if (isAllowed(url, env.OUTBOUND_ALLOWED_HOSTS)) return isKept ? unguardedKept : unguarded;
  return isKept ? guardedKept : guarded;
}

async function readText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null; // leaving the loop closes the connection
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function failureOf(
  error: unknown,
  { isLate, timeoutMs }: { isLate: boolean; timeoutMs: number },
): UpstreamAnswer {
  if (error instanceof AppError && error.code === "invalid_request")
    return { type: "unreachable", message: error.message };
  const code = codeOf(error);
  if (wasNeverSent(error)) return { type: "unreachable", message: `it could not be reached (${code})` };
  if (isLate || code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT")
    return { type: "timeout", message: `it did not answer within ${timeoutMs / 1000} s` };
  return { type: "broken", message: `the connection broke (${code})` };
}

/** Failures of looking up the name, of connecting and of proving who the host is: before any byte of the call. */
const BEFORE_SENDING =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

function wasNeverSent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(wasNeverSent);
  if (!(error instanceof Error)) return false;
  if (BEFORE_SENDING.test(codeIn(error))) return true;
  if ("syscall" in error && (error.syscall === "connect" || error.syscall === "getaddrinfo")) return true;
  return error.cause !== undefined && wasNeverSent(error.cause);
}

function codeIn(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The innermost code, for people. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const inner = error.cause === undefined ? "unknown" : codeOf(error.cause);
  return inner !== "unknown" ? inner : error instanceof AppError ? "unknown" : codeIn(error) || error.name;
}
