import { listAssets } from "#lib/assets/list-assets.ts";
import { uploadAsset } from "#lib/assets/upload-asset.ts";
import { listAssetsOperation, uploadAssetOperation } from "#lib/contract/assets.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute(uploadAssetOperation, ({ caller, query, body }) =>
  uploadAsset({ caller, bytes: body, name: query.name }),
);

export const GET = defineRoute(listAssetsOperation, ({ caller, query }) => listAssets({ caller, ...query }));
