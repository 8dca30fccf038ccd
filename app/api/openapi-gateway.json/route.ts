import { getGatewayOpenApiOperation } from "#lib/contract/instance.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { gatewayOpenApiResponse } from "#lib/http/openapi-response.ts";

export const GET = defineRoute(getGatewayOpenApiOperation, gatewayOpenApiResponse);
