import type { Operation } from "#lib/contract/operation.ts";
import { env } from "#lib/env.ts";
import { type Endpoint, operationsOf, readEndpoints } from "./route-files.ts";

/** What a call of an operation carries besides who calls. */
export type Input = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is bytes. */
  readonly body?: unknown;
  /** These win over what a page sends by itself; an empty text takes a header away. */
  readonly headers?: Readonly<Record<string, string>>;
};

let endpoints: readonly Endpoint[] | undefined;
let calls = 0;

/** Calls an operation in this process, as a page of the studio would. */
export async function call(
  operation: Operation,
  input: Input,
  callerHeaders: Readonly<Record<string, string>>,
): Promise<Response> {
  endpoints ??= await readEndpoints();
  const endpoint = endpoints.find((it) => operationsOf(it).includes(operation));
  if (endpoint === undefined) throw new Error(`no route file answers ${operation.id}`);
  const request = requestOf(operation, input, callerHeaders);
  return endpoint.handler(request, { params: Promise.resolve(paramsOf(endpoint, input, request)) });
}

export function requestOf(
  operation: Operation,
  input: Input,
  headers: Readonly<Record<string, string>>,
): Request {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(input.params?.[name] ?? ""),
  );
  const url = new URL(filled, env.PUBLIC_URL);
  for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.set(name, value);
  const all = Object.entries({ ...standardHeaders(operation), ...headers, ...input.headers });
  const request = new Request(url, {
    method: operation.method,
    headers: all.filter(([, value]) => value !== ""),
    body: bodyOf(input.body),
  });
  // fetch gives a body a type of its own when none is named; a caller who sends none has none.
  for (const [name, value] of all) if (value === "") request.headers.delete(name);
  return request;
}

function standardHeaders({ method, idempotent, body }: Operation): Record<string, string> {
  return {
    ...(method === "GET" ? {} : { origin: env.PUBLIC_URL, "sec-fetch-site": "same-origin" }),
    ...(idempotent ? { "idempotency-key": `test-call-${calls++}` } : {}),
    ...(body === "bytes" ? { "content-type": "image/png" } : { "content-type": "application/json" }),
  };
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/** As Next hands them over: decoded, and the rest of a catch-all's path as a list. */
function paramsOf({ path }: Endpoint, input: Input, request: Request): Record<string, string | string[]> {
  const catchAll = /^(.*)\/\{\.\.\.(\w+)\}$/.exec(path);
  if (!catchAll) return { ...input.params };
  const [, before = "", name = ""] = catchAll;
  const rest = new URL(request.url).pathname.slice(before.length + 1);
  return { [name]: rest.split("/").map(decodeURIComponent) };
}
