import { defineGatewayRoutes } from "#lib/gateway/define-gateway-routes.ts";

export const GET = defineGatewayRoutes("/kling", "GET");
export const POST = defineGatewayRoutes("/kling", "POST");
export const PUT = defineGatewayRoutes("/kling", "PUT");
export const PATCH = defineGatewayRoutes("/kling", "PATCH");
export const DELETE = defineGatewayRoutes("/kling", "DELETE");
