import { problemFrom, unansweredProblem } from "./api-problem.ts";
import { sendWithProgress } from "./send-with-progress.ts";

export { ApiProblem } from "./api-problem.ts";

export type ApiMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export type QueryValue = string | number | boolean | null | undefined;

export type CallOptions = {
  /** `null`, `undefined` and `""` are left out. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are, with the blob's own content type. */
  readonly bytes?: Blob;
  /** Make it once per intent with `newIdempotencyKey` and repeat it with every try. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Share of `bytes` that has left this device, 0..1. */
  readonly onUploadProgress?: (share: number) => void;
};

/**
 * Calls the studio API; `T` is the operation's response type. Throws `ApiProblem` for every refusal and for
 * a missing network, and the signal's reason when the caller aborts.
 */
export async function callApi<T = void>(
  method: ApiMethod,
  path: string,
  options: CallOptions = {},
): Promise<T> {
  const response = await send(method, withQuery(path, options.query), options);
  const body = await readJson(response, options.signal);
  if (!response.ok) throw problemFrom(response.status, body, response.headers.get("x-request-id"));
  // The server parses every answer with the operation's own schema before it leaves; the browser carries no zod.
  return body as T;
}

async function send(method: ApiMethod, url: string, options: CallOptions): Promise<Response> {
  const { signal, onUploadProgress } = options;
  const request = { method, headers: headersOf(options), body: bodyOf(options) };
  try {
    if (onUploadProgress) return await sendWithProgress(url, { ...request, signal, onUploadProgress });
    return await fetch(url, { ...request, signal: signal ?? null, cache: "no-store" });
  } catch (error) {
    signal?.throwIfAborted();
    throw unansweredProblem(error);
  }
}

function headersOf({ body, bytes, idempotencyKey }: CallOptions): Record<string, string> {
  return {
    accept: "application/json",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(bytes && { "content-type": bytes.type || "application/octet-stream" }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
}

function bodyOf({ body, bytes }: CallOptions): string | Blob | null {
  if (bytes) return bytes;
  return body === undefined ? null : JSON.stringify(body);
}

/** `undefined` for an empty or unreadable body: the status alone then decides. */
async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text().catch((error: unknown) => {
    signal?.throwIfAborted();
    throw unansweredProblem(error); // the answer broke off half way
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    if (response.ok) throw unansweredProblem(error); // a captive portal's page, not our server
    return undefined;
  }
}

export function withQuery(path: string, query: CallOptions["query"] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/**
 * A key for one intent of a person. `getRandomValues` and not `randomUUID`: the latter is missing when the
 * studio is opened by plain HTTP over a local network.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
