import { getMetricsOperation } from "#lib/contract/instance.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { metricsResponse } from "#lib/http/metrics.ts";

export const GET = defineRoute(getMetricsOperation, ({ request }) => metricsResponse(request));
