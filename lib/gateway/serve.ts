import { randomUUID } from "node:crypto";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { limitRate } from "#lib/http/rate-classes.ts";
import { encodeError, nativeError, successEnvelope } from "#lib/kling/dialects/native-envelope.ts";
import { matchEndpoint, type Operation, type Route } from "#lib/kling/endpoints.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import { log } from "#lib/log.ts";
import { authenticateClient } from "./authenticate-client.ts";
import { createNativeTask } from "./create-native-task.ts";
import { getNativeTask, listNativeTasks } from "./read-native-tasks.ts";
import { GatewayRefusal, refusalOf } from "./refusal.ts";

/** What a Kling client asks for, once its path and key are known to be good. */
export type GatewayCall = {
  readonly principal: Principal;
  readonly route: Route;
  readonly request: Request;
};

const ACTIONS = { create: "task.create", get: "task.read", list: "task.read" } as const satisfies Record<
  Operation,
  string
>;

/**
 * Answers one call of a Kling client in the native dialect. `path` is the path as Kling has it, without the `/kling` prefix of some
 * gateways. Every outcome, a bug included, is an envelope with a business code and its HTTP status.
 */
export async function serveGateway(request: Request, path: string): Promise<Response> {
  const requestId = randomUUID();
  try {
    const call = await admit(request, path);
    return answer(200, successEnvelope(await perform(call), requestId));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) log.error({ err: error, requestId, path }, "gateway call failed");
    const { httpStatus, body } = encodeError(refusal?.native ?? nativeError(5000), requestId);
    return answer(httpStatus, body);
  }
}

async function admit(request: Request, path: string): Promise<GatewayCall> {
  const principal = await authenticateClient(request.headers.get("authorization"), new Date());
  const match = matchEndpoint(request.method, path);
  if (!match.found) throw new GatewayRefusal(nativeError(match.wrongMethod ? 1202 : 1203));
  if (!can(principal, ACTIONS[match.endpoint.operation])) throw new GatewayRefusal(nativeError(1103));
  if (match.endpoint.operation === "create")
    await limitRate({ rateClass: "costly", callerId: idOf(principal), now: new Date() });
  return { principal, route: match, request };
}

function idOf(principal: Principal): string {
  return principal.kind === "api_key" ? principal.keyId : principal.userId;
}

function perform(call: GatewayCall): Promise<object> {
  switch (call.route.endpoint.operation) {
    case "create":
      return createNativeTask(call);
    case "get":
      return getNativeTask(call);
    case "list":
      return listNativeTasks(call);
  }
}

function answer(status: number, body: object): Response {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Response(stringifyLossless(body), { status, headers });
}
