import { importAsset } from "#lib/assets/import-asset.ts";
import { importAssetOperation } from "#lib/contract/assets.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute(importAssetOperation, ({ caller, body, request }) =>
  importAsset({ caller, ...body, signal: request.signal }),
);
