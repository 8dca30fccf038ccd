import type { Operation } from "#lib/contract/operation.ts";
import { log } from "#lib/log.ts";
import { newId } from "#lib/shared/ids.ts";
import { problemOf, problemResponse } from "./problem.ts";
import { addTransportSecurity } from "./transport-security.ts";

/**
 * Runs a handler under a request id of ours: what it throws becomes a problem body, bugs are logged, and every
 * answer carries the id.
 */
export async function guarded(
  operationId: string,
  run: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const requestId = newId("request");
  const response = await run(requestId).catch((error: unknown) => {
    const problem = problemOf(error, requestId);
    if (problem.status >= 500) log.error({ err: error, requestId, operationId }, "request failed");
    return problemResponse(problem);
  });
  response.headers.set("x-request-id", requestId);
  addTransportSecurity(response.headers);
  return response;
}

/** What a handler returned as an HTTP answer; data leaves only through the operation's own schema. */
export function answerOf(operation: Operation, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  const headers = { "cache-control": "no-store" };
  if (operation.response === undefined || operation.response === "stream") {
    return new Response(null, { status: operation.status ?? 204, headers });
  }
  return Response.json(operation.response.parse(answer), { status: operation.status ?? 200, headers });
}
