import { getOpenApiOperation } from "#lib/contract/instance.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { studioOpenApiResponse } from "#lib/http/openapi-response.ts";

export const GET = defineRoute(getOpenApiOperation, studioOpenApiResponse);
