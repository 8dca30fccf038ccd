import { gatewayOperations } from "#lib/contract/gateway.ts";
import type { Operation } from "#lib/contract/operation.ts";
import { serveGateway } from "./serve.ts";

/** First parts of the gateway's paths; each has a catch-all route file. */
export const GATEWAY_ROOTS = ["/v1", "/account", "/kling"] as const;

export type GatewayRoot = (typeof GATEWAY_ROOTS)[number];

export type GatewayRouteHandler = {
  (request: Request): Promise<Response>;
  /** What the catch-all opens, for the registry tests. */
  readonly operations: readonly Operation[];
};

/**
 * The door to the gateway under one root, for one method. Paths are matched inside and not by the file system, because Kling's clients
 * double slashes and add trailing ones. A method that Kling does not know is answered too, with its code 1202.
 */
export function defineGatewayRoutes(root: GatewayRoot, method: string): GatewayRouteHandler {
  const operations = gatewayOperations.filter(
    (operation) => operation.method === method && operation.path.startsWith(`${root}/`),
  );
  const handler = (request: Request) => answerUnder(root, request);
  return Object.assign(handler, { operations });
}

/** Answers any call whose path begins with this root. */
export function answerUnder(root: GatewayRoot, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isPrefixed = root === "/kling";
  return serveGateway(request, isPrefixed ? pathname.slice(root.length) : pathname, { isPrefixed });
}
