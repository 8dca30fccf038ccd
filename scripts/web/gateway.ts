import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { answerUnder, GATEWAY_ROOTS, type GatewayRoot } from "#lib/gateway/define-gateway-routes.ts";
import { BASE_HEADERS, HEADERS_BY_PATH } from "#lib/http/security-headers.ts";
import { log } from "#lib/log.ts";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Other methods are answered by the framework, from the same route files. */
const METHODS: readonly (string | undefined)[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Files are streamed, which the framework's own route does well. */
const FILES = "/v1/files/";

/** A body up to this is read before the call is looked at; a longer one streams, and may be refused on the way. */
const SMALL_BODY_BYTES = 256 * 1024;

/**
 * The gateway's calls, straight to what answers them: the framework in between would take three times as long as everything
 * else (docs/decisions/025).
 */
export function gatewayCalls(): Middleware {
  return (request, response, next) => {
    const root = rootOf(request);
    if (root === undefined) return next();
    return void answer(root, request, response).catch((error: unknown) => {
      // A caller who is gone is no failure of ours.
      if (!response.destroyed) log.error({ err: error }, "a gateway call was not answered");
      response.destroy();
    });
  };
}

function rootOf({ method, url = "" }: IncomingMessage): GatewayRoot | undefined {
  if (!METHODS.includes(method) || url.startsWith(FILES)) return undefined;
  return GATEWAY_ROOTS.find((root) => url.startsWith(`${root}/`));
}

async function answer(root: GatewayRoot, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await answerUnder(root, await requestOf(incoming, outgoing));
  outgoing.statusCode = response.status;
  for (const { key, value } of HEADERS[root]) outgoing.setHeader(key, value);
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.end(await response.text());
}

async function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const init = {
    method,
    headers: Object.entries(headers).flatMap(headerLines),
    signal: gone.signal,
    body: method === "GET" ? null : await bodyOf(incoming),
    duplex: "half",
  };
  return new Request(`http://localhost${url}`, init as RequestInit); // the DOM's type knows neither `duplex` nor Node's streams
}

function headerLines([name, value]: [string, string | string[] | undefined]): [string, string][] {
  return [value ?? []].flat().map((text) => [name, text]);
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | Readable> {
  const length = Number(incoming.headers["content-length"] ?? Number.NaN);
  if (!(length <= SMALL_BODY_BYTES)) return incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headersUnder(root: GatewayRoot) {
  const own = HEADERS_BY_PATH.filter(({ source }) => source === `${root}/:path*`);
  return [...BASE_HEADERS, ...own.flatMap(({ headers }) => headers)];
}

const HEADERS = {
  "/v1": headersUnder("/v1"),
  "/account": headersUnder("/account"),
  "/kling": headersUnder("/kling"),
} as const satisfies Record<GatewayRoot, unknown>;
