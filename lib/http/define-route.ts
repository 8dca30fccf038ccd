import { createHash } from "node:crypto";
import type { ZodType, z } from "zod";
import type { Operation } from "#lib/contract/operation.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { authenticateKey, authenticateMember, authenticateUser, type SignedInUser } from "./authenticate.ts";
import { isSameOriginCall } from "./csrf.ts";
import { problemOf, problemResponse } from "./problem.ts";
import { DEFAULT_MAX_BODY_BYTES, readBytes, readJson } from "./read-body.ts";

type Parsed<S> = S extends ZodType ? z.output<S> : undefined;
type Body<S> = S extends "bytes" ? Uint8Array : Parsed<S>;
type Caller<O extends Operation> = O["access"] extends { kind: "member" | "api_key" }
  ? Principal
  : O["access"] extends { kind: "user" }
    ? SignedInUser
    : null;
type Answer<O extends Operation> = O["response"] extends ZodType
  ? z.input<O["response"]>
  : O["response"] extends "stream"
    ? Response
    : void;

export type RouteContext<O extends Operation> = {
  readonly caller: Caller<O>;
  readonly params: Parsed<O["params"]>;
  readonly query: Parsed<O["query"]>;
  readonly body: Body<O["body"]>;
  /** Present exactly when the operation is idempotent: the caller's key and what the body was. */
  readonly repeat: O["idempotent"] extends true ? { key: string; bodySha256: string } : undefined;
  readonly request: Request;
  readonly requestId: string;
};

export type RouteHandler = {
  (request: Request, context: { params: Promise<Record<string, string | string[]>> }): Promise<Response>;
  /** What the route declares, for the registry tests. */
  readonly operation: Operation;
};

/**
 * The only way to export a handler from `app/`: authentication, permission, cross-site check, parsing,
 * request id and error bodies in one place, so that a route file is a declaration and one call.
 */
export function defineRoute<const O extends Operation>(
  operation: O,
  handle: (context: RouteContext<O>) => Promise<Answer<O>> | Answer<O>,
): RouteHandler {
  const handler = async (request: Request, next: { params: Promise<Record<string, string | string[]>> }) => {
    const requestId = newId("request");
    try {
      const context = await readContext(operation, request, { params: await next.params, requestId });
      // The parts were parsed by the operation's own schemas; the compiler cannot follow that through generics.
      const response = toResponse(operation, await handle(context as RouteContext<O>));
      response.headers.set("x-request-id", requestId);
      return response;
    } catch (error) {
      const problem = problemOf(error, requestId);
      if (problem.status >= 500)
        log.error({ err: error, requestId, operation: operation.id }, "request failed");
      const response = problemResponse(problem);
      response.headers.set("x-request-id", requestId);
      return response;
    }
  };
  return Object.assign(handler, { operation });
}

async function readContext(
  operation: Operation,
  request: Request,
  { params, requestId }: { params: Record<string, string | string[]>; requestId: string },
) {
  const caller = await admit(operation, request);
  const { body, bodySha256 } = await readBody(operation, request);
  return {
    caller,
    params: parse(operation.params, params, "path"),
    query: parse(operation.query, Object.fromEntries(new URL(request.url).searchParams), "query"),
    body,
    repeat: operation.idempotent ? { key: idempotencyKeyOf(request), bodySha256 } : undefined,
    request,
    requestId,
  };
}

/** Authentication first, then the cross-site check for cookies, then the role: 401 before 403. */
async function admit(operation: Operation, request: Request): Promise<Principal | SignedInUser | null> {
  const { access } = operation;
  switch (access.kind) {
    case "public":
      refuseCrossSite(request);
      return null;
    case "user": {
      const user = await authenticateUser(request);
      refuseCrossSite(request);
      return user;
    }
    case "member": {
      const member = await authenticateMember(request);
      refuseCrossSite(request);
      if (!can(member, access.action)) throw new AppError("forbidden", "Your role does not allow this.");
      return member;
    }
    case "api_key": {
      const key = await authenticateKey(request);
      if (!can(key, access.action)) throw new AppError("forbidden", "This key's scope does not allow this.");
      return key;
    }
  }
}

function refuseCrossSite(request: Request): void {
  const { method, headers } = request;
  if (isSameOriginCall({ method, headers, ownOrigin: env.PUBLIC_URL })) return;
  throw new AppError("forbidden", "This call did not come from the studio's own pages.");
}

async function readBody(
  operation: Operation,
  request: Request,
): Promise<{ body: unknown; bodySha256: string }> {
  const maxBytes = operation.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  if (operation.body === undefined) return { body: undefined, bodySha256: sha256(new Uint8Array()) };
  if (operation.body === "bytes") {
    const bytes = await readBytes(request, maxBytes);
    return { body: bytes, bodySha256: sha256(bytes) };
  }
  const { value, bytes } = await readJson(request, maxBytes);
  return { body: parse(operation.body, value, "body"), bodySha256: sha256(bytes) };
}

function parse(schema: ZodType | undefined, value: unknown, where: "path" | "query" | "body"): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A path that cannot name a row is a row that does not exist.
  if (where === "path") throw new AppError("not_found", "There is no such thing.");
  const issues = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new AppError("invalid_request", `The ${where} is not as documented.`, { details: { issues } });
}

function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get("idempotency-key");
  if (key !== null && key.length >= 8 && key.length <= 255) return key;
  throw new AppError("invalid_request", "Send an Idempotency-Key header of 8 to 255 characters.");
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function toResponse(operation: Operation, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  if (operation.response === undefined || operation.response === "stream")
    return new Response(null, { status: 204 });
  const body = operation.response.parse(answer);
  return Response.json(body, { status: operation.status ?? 200, headers: { "cache-control": "no-store" } });
}
