import { defineGatewayRoutes } from "#lib/gateway/define-gateway-routes.ts";

export const GET = defineGatewayRoutes("/account", "GET");
export const POST = defineGatewayRoutes("/account", "POST");
export const PUT = defineGatewayRoutes("/account", "PUT");
export const PATCH = defineGatewayRoutes("/account", "PATCH");
export const DELETE = defineGatewayRoutes("/account", "DELETE");
