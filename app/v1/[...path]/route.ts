import { defineGatewayRoutes } from "#lib/gateway/define-gateway-routes.ts";

export const GET = defineGatewayRoutes("/v1", "GET");
export const POST = defineGatewayRoutes("/v1", "POST");
export const PUT = defineGatewayRoutes("/v1", "PUT");
export const PATCH = defineGatewayRoutes("/v1", "PATCH");
export const DELETE = defineGatewayRoutes("/v1", "DELETE");
