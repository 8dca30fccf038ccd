import { restoreAsset } from "#lib/assets/restore-asset.ts";
import { restoreAssetOperation } from "#lib/contract/assets.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute(restoreAssetOperation, ({ caller, params }) =>
  restoreAsset({ caller, ...params, now: new Date() }),
);
