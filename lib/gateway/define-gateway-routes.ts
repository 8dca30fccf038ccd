import { type GATEWAY_PREFIXES, gatewayOperations } from "#lib/contract/gateway.ts";
import type { Operation } from "#lib/contract/operation.ts";
import { serveGateway } from "./serve.ts";

export type GatewayRouteHandler = {
  (request: Request): Promise<Response>;
  /** What the catch-all opens, for the registry tests. */
  readonly operations: readonly Operation[];
};

/**
 * The door to the gateway under one prefix, for one method. Paths are matched inside and not by the file system, because Kling's clients
 * double slashes and add trailing ones. A method that Kling does not know is answered too, with its code 1202.
 */
export function defineGatewayRoutes(
  prefix: (typeof GATEWAY_PREFIXES)[number],
  method: string,
): GatewayRouteHandler {
  const operations = gatewayOperations.filter(
    (operation) => operation.method === method && operation.path.startsWith(`${prefix}/v1/`),
  );
  const handler = (request: Request) =>
    serveGateway(request, new URL(request.url).pathname.slice(prefix.length));
  return Object.assign(handler, { operations });
}
