import { getHealthOperation } from "#lib/contract/instance.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { healthResponse } from "#lib/http/health-response.ts";

export const GET = defineRoute(getHealthOperation, ({ request }) => healthResponse(request));
