import { findAssetFile } from "#lib/assets/find-asset-file.ts";
import { getAssetOperation } from "#lib/contract/assets.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { mediaResponse } from "#lib/http/media-response.ts";

export const GET = defineRoute(getAssetOperation, async ({ caller, params, request }) =>
  mediaResponse(request, await findAssetFile({ teamId: caller.teamId, ...params })),
);
