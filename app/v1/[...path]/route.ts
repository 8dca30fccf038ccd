import { defineGatewayRoutes } from "#lib/gateway/define-gateway-routes.ts";

export const GET = defineGatewayRoutes("", "GET");
export const POST = defineGatewayRoutes("", "POST");
export const PUT = defineGatewayRoutes("", "PUT");
export const PATCH = defineGatewayRoutes("", "PATCH");
export const DELETE = defineGatewayRoutes("", "DELETE");
