import type { Operation } from "#lib/contract/operation.ts";
import type { Upload } from "#lib/db/generated/client.ts";
import { defineRoute, type RouteContext, type RouteHandler } from "./define-route.ts";
import { TUS_VERSION } from "./tus-headers.ts";

/** What a tus handler answers: headers, and never a body. */
type TusAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/** A route that speaks tus: another version of the protocol is refused (2.2), and every answer names ours, refusals included. */
export function defineTusRoute<const O extends Operation & { readonly response: "stream" }>(
  operation: O,
  handle: (context: RouteContext<O>) => Promise<TusAnswer>,
): RouteHandler {
  const route = defineRoute<Operation & { readonly response: "stream" }>(operation, async (context) => {
    // The same operation, whose own types the wider one has forgotten.
    const { status, headers } = await handle(context as RouteContext<O>);
    return new Response(null, { status, headers: { "cache-control": "no-store", ...headers } });
  });
  return Object.assign(speakTus(route), { operation });
}

/** The same route for an operation whose answer is not tus's own. */
export function speakTus(route: RouteHandler): RouteHandler {
  const speaking: Omit<RouteHandler, "operation"> = async (
    request: Request,
    context: Parameters<RouteHandler>[1],
  ) => {
    const response =
      request.headers.get("tus-resumable") === TUS_VERSION
        ? await route(request, context)
        : new Response(null, { status: 412, headers: { "tus-version": TUS_VERSION } });
    response.headers.set("tus-resumable", TUS_VERSION);
    return response;
  };
  return Object.assign(speaking as RouteHandler, { operation: route.operation });
}

export function expiryOf({ expiresAt }: Pick<Upload, "expiresAt">): Record<string, string> {
  return { "upload-expires": expiresAt.toUTCString() };
}
