import { getResultFileOperation } from "#lib/contract/gateway.ts";
import { findResultFile } from "#lib/gateway/find-result-file.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { mediaResponse } from "#lib/http/media-response.ts";

export const GET = defineRoute(getResultFileOperation, async ({ params, request }) =>
  mediaResponse(request, await findResultFile(params.assetId, new URL(request.url).searchParams, new Date())),
);
