import { actAs } from "#lib/audit/acting.ts";
import type { Operation } from "#lib/contract/operation.ts";
import { env } from "#lib/env.ts";
import { AppError, type ErrorCode, STATUS_BY_CODE } from "#lib/shared/errors.ts";
import { auth } from "#lib/teams/auth.ts";
import { guarded } from "./answer.ts";
import { refuseCrossSite } from "./cross-site.ts";
import { parseBody, parseQuery } from "./parse-input.ts";

/** Headers that better-auth reads; nothing else of the caller's reaches it. */
const PASSED_HEADERS = ["cookie", "origin", "user-agent"];

export type AuthRouteHandler = {
  (request: Request): Promise<Response>;
  /** What the catch-all opens, for the registry tests. */
  readonly operations: readonly Operation[];
};

/**
 * The door to better-auth: opens exactly the listed operations of one method and answers 404 to its some fifty
 * others, so that an upgrade or a plugin that adds endpoints opens nothing. Bodies are parsed by our schemas, and
 * answers carry no data: better-auth would repeat the session's token, which belongs in the HttpOnly cookie only.
 */
export function defineAuthRoutes(operations: readonly Operation[]): AuthRouteHandler {
  const handler = (request: Request) =>
    guarded("auth", async (requestId) => {
      const url = new URL(request.url);
      const operation = operations.find(
        (known) => known.method === request.method && known.path === url.pathname,
      );
      if (operation === undefined) throw new AppError("not_found", "There is no such thing.");
      refuseCrossSite(request);
      parseQuery(operation, url);
      const { body } = await parseBody(operation, request);
      const forwarded = forward(operation, request.headers, body);
      return translate(await actAs({ actor: null, requestId }, () => auth().handler(forwarded)));
    });
  return Object.assign(handler, { operations });
}

function forward(operation: Operation, from: Headers, body: unknown): Request {
  const headers = new Headers({ "content-type": "application/json" });
  const trusted = env.TRUSTED_PROXY_HEADER === undefined ? [] : [env.TRUSTED_PROXY_HEADER];
  for (const name of [...PASSED_HEADERS, ...trusted]) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(new URL(operation.path, env.PUBLIC_URL), {
    method: operation.method,
    headers,
    body: JSON.stringify(body),
  });
}

/** The cookies of a success, without its body; a failure as one of ours. */
async function translate(answer: Response): Promise<Response> {
  if (!answer.ok) throw await failureOf(answer);
  const response = new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}

async function failureOf(answer: Response): Promise<Error> {
  const code = Object.entries(STATUS_BY_CODE).find(([, status]) => status === answer.status)?.[0];
  if (!isErrorCode(code)) return new Error(`better-auth answered ${answer.status}`);
  const { message, weakness } = await readFailure(answer);
  if (weakness !== undefined) return new AppError(code, message, { details: { weakness } });
  const retryAfter = answer.headers.get("x-retry-after");
  if (retryAfter === null) return new AppError(code, message);
  return new AppError(code, message, { details: { retryAfterSeconds: Number(retryAfter) } });
}

async function readFailure(answer: Response): Promise<{ message: string; weakness?: string }> {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== "object" || body === null) return { message: "This was refused." };
  const message = "message" in body && typeof body.message === "string" ? body.message : "This was refused.";
  return "weakness" in body && typeof body.weakness === "string"
    ? { message, weakness: body.weakness }
    : { message };
}

function isErrorCode(text: string | undefined): text is ErrorCode {
  return text !== undefined && text in STATUS_BY_CODE;
}
