import type { ZodType, z } from "zod";
import { type Actor, actAs, actorOf, personOf } from "#lib/audit/acting.ts";
import type { Operation } from "#lib/contract/operation.ts";
import { can } from "#lib/contract/permissions.ts";
import { AppError } from "#lib/shared/errors.ts";
import { answerOf, guarded } from "./answer.ts";
import {
  type Admitted,
  authenticateKey,
  authenticateMember,
  authenticateUpstream,
  authenticateUser,
  type KeyCaller,
  type MemberCaller,
  type SignedInUser,
  type UpstreamCaller,
} from "./authenticate.ts";
import { clientAddressOf } from "./client-address.ts";
import { refuseCrossSite } from "./cross-site.ts";
import { parseBody, parsePath, parseQuery } from "./parse-input.ts";
import { limitRate } from "./rate-classes.ts";

type Parsed<S> = S extends ZodType ? z.output<S> : undefined;
type Body<S> = S extends "bytes"
  ? Uint8Array
  : S extends "stream"
    ? ReadableStream<Uint8Array> | null
    : Parsed<S>;
type CallerByAccess = {
  public: null;
  user: SignedInUser;
  member: MemberCaller;
  api_key: KeyCaller;
  upstream: UpstreamCaller;
};
type Caller<O extends Operation> = CallerByAccess[O["access"]["kind"]];
type Answer<O extends Operation> = O["response"] extends ZodType
  ? z.input<O["response"]> | Response
  : O["response"] extends "stream"
    ? Response
    : unknown; // nothing is sent, so it does not matter

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

type PathParams = Record<string, string | string[]>;
type NextContext = { params: Promise<PathParams> };
type Call = { readonly request: Request; readonly params: PathParams };

export type RouteHandler = {
  (request: Request, context: NextContext): Promise<Response>;
  /** What the route declares, for the registry tests. */
  readonly operation: Operation;
};

/**
 * The only way to export a handler from `app/`: authentication, permission, cross-site check, rate, parsing,
 * request id and error bodies in one place, so that a route file is a declaration and one call.
 */
export function defineRoute<const O extends Operation>(
  operation: O,
  handle: (context: RouteContext<O>) => Promise<Answer<O>> | Answer<O>,
): RouteHandler {
  const handler = (request: Request, next: NextContext) =>
    guarded(operation.id, async (requestId) => {
      const params = await next.params;
      const { caller, setCookies } = await admit(operation, { request, params });
      const input = await readInput(operation, request, params);
      // The parts were parsed by the operation's own schemas; the compiler cannot follow that through generics.
      const context = { ...input, caller, request, requestId } as RouteContext<O>;
      const answer = await actAs({ actor: actorOfCaller(caller), requestId }, () => handle(context));
      const response = answerOf(operation, answer);
      for (const cookie of setCookies) response.headers.append("set-cookie", cookie);
      return response;
    });
  return Object.assign(handler, { operation });
}

type AnyCaller = SignedInUser | MemberCaller | KeyCaller | UpstreamCaller | null;

/** Authentication first, then the cross-site check for cookies, then the role, then the rate: 401 before 403 before 429. */
async function admit(operation: Operation, { request, params }: Call): Promise<Admitted<AnyCaller>> {
  const admitted = await authenticate(operation, { request, params });
  // Neither a key nor a token is sent by itself, as a cookie is: another site cannot make a browser use it.
  if (!BROUGHT_ALONG.includes(operation.access.kind)) refuseCrossSite(request);
  refuseForbidden(operation, admitted.caller);
  if (operation.rateClass !== undefined) {
    const callerId = idOf(admitted.caller) ?? clientAddressOf(request.headers);
    await limitRate({ rateClass: operation.rateClass, callerId, now: new Date() });
  }
  return admitted;
}

const BROUGHT_ALONG: readonly Operation["access"]["kind"][] = ["api_key", "upstream"];

async function authenticate({ access }: Operation, { request, params }: Call): Promise<Admitted<AnyCaller>> {
  switch (access.kind) {
    case "public":
      return { caller: null, setCookies: [] };
    case "user":
      return authenticateUser(request);
    case "member":
      return authenticateMember(request);
    case "api_key":
      return authenticateKey(request);
    case "upstream":
      return authenticateUpstream(String(params.token));
  }
}

function refuseForbidden({ access }: Operation, caller: AnyCaller): void {
  if (access.kind !== "member" && access.kind !== "api_key") return;
  if (caller !== null && "kind" in caller && can(caller, access.action)) return;
  throw new AppError("forbidden", "Your role does not allow this.", { details: { reason: "role" } });
}

/** Whom the audit log names. An upstream that calls back decides nothing. */
function actorOfCaller(caller: AnyCaller): Actor | null {
  if (caller === null || "paidTry" in caller) return null;
  return "kind" in caller ? actorOf(caller) : personOf(caller.userId);
}

function idOf(caller: AnyCaller): string | null {
  if (caller === null) return null;
  if ("paidTry" in caller) return caller.taskId;
  return "keyId" in caller ? caller.keyId : caller.userId;
}

async function readInput(operation: Operation, request: Request, params: PathParams) {
  const path = parsePath(operation, params);
  const query = parseQuery(operation, new URL(request.url));
  const repeatKey = operation.idempotent ? idempotencyKeyOf(request) : undefined;
  const { body, bodySha256 } = await parseBody(operation, request);
  const repeat = repeatKey === undefined ? undefined : { key: repeatKey, bodySha256 };
  return { params: path, query, body, repeat };
}

function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get("idempotency-key");
  if (key !== null && key.length >= 8 && key.length <= 255) return key;
  throw new AppError("invalid_request", "Send an Idempotency-Key header of 8 to 255 characters.");
}
