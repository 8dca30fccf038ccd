import { randomUUID } from "node:crypto";
import { actAs, actorOf } from "#lib/audit/acting.ts";
import { actionOf } from "#lib/contract/gateway.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { limitRate } from "#lib/http/rate-classes.ts";
import { encodeJobError } from "#lib/kling/dialects/job-error.ts";
import {
  encodeError,
  type NativeError,
  nativeError,
  successEnvelope,
} from "#lib/kling/dialects/native-envelope.ts";
import { type Endpoint, matchEndpoint, type Operation, type Route } from "#lib/kling/endpoints.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import { log } from "#lib/log.ts";
import { AppError } from "#lib/shared/errors.ts";
import { authenticateClient } from "./authenticate-client.ts";
import { perform } from "./perform.ts";
import { readJson } from "./read-json.ts";
import { GatewayRefusal, refusalOf } from "./refusal.ts";

/** What a Kling client asks for, once its path and key are known to be good. */
export type GatewayCall = {
  readonly principal: Principal;
  readonly route: Route;
  readonly request: Request;
  readonly query: URLSearchParams;
  /**
   * The path belongs to a gateway whose own documents leave the official map (S003, S004): upstream has the last word there,
   * see docs/decisions/017.
   */
  readonly isSoft: boolean;
  /** The body as lossless JSON; once. */
  readonly readJson: () => Promise<unknown>;
};

/**
 * Answers one call of a Kling client. `path` is the path as Kling has it, without the `/kling` prefix of some gateways.
 * Every outcome, a bug included, has the shape, the code and the HTTP status of the dialect whose path was called.
 */
export async function serveGateway(
  request: Request,
  path: string,
  { isPrefixed = false }: { readonly isPrefixed?: boolean } = {},
): Promise<Response> {
  const requestId = randomUUID();
  const match = matchEndpoint(request.method, path);
  const endpoint = match.found ? match.endpoint : match.other;
  const isJob = endpoint !== undefined && speaksOfJobs(endpoint);
  try {
    const principal = await authenticateClient(request.headers.get("authorization"), new Date());
    if (!match.found) throw new GatewayRefusal(nativeError(match.other ? 1202 : 1203));
    await admit(principal, match.endpoint.operation);
    const query = new URL(request.url).searchParams;
    const isSoft = isPrefixed || match.endpoint.dialect !== "native";
    const call = { principal, route: match, request, query, isSoft, readJson: () => readJson(request) };
    const data = await actAs({ actor: actorOf(principal), requestId }, () => perform(call));
    return answer(200, isJob ? data : successEnvelope(data, requestId));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!isExpected(error)) log.error({ err: error, requestId, path }, "gateway call failed");
    return refuse(refusal?.native ?? nativeError(5000), { requestId, isJob });
  }
}

/** A disk that is full is told to the client as trouble that passes; the operator must hear of it all the same. */
function isExpected(error: unknown): boolean {
  return error instanceof GatewayRefusal || error instanceof AppError;
}

/** The element paths of the unified gateway keep the native envelope; its jobs do not. */
function speaksOfJobs({ operation }: Endpoint): boolean {
  return operation === "create_job" || operation === "get_job";
}

/** @throws GatewayRefusal 1103 for what the key's scope does not allow; AppError rate_limited */
async function admit(principal: Principal, operation: Operation): Promise<void> {
  const action = actionOf(operation);
  if (!can(principal, action)) throw new GatewayRefusal(nativeError(1103));
  if (action === "task.create")
    await limitRate({ rateClass: "costly", callerId: idOf(principal), now: new Date() });
}

function idOf(principal: Principal): string {
  return principal.kind === "api_key" ? principal.keyId : principal.userId;
}

type Refused = { readonly requestId: string; readonly isJob: boolean };

function refuse(error: NativeError, { requestId, isJob }: Refused): Response {
  const { httpStatus, body } = isJob ? encodeJobError(error, requestId) : encodeError(error, requestId);
  return answer(httpStatus, body);
}

function answer(status: number, body: object): Response {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Response(stringifyLossless(body), { status, headers });
}
