import { deleteAsset } from "#lib/assets/delete-asset.ts";
import { findAsset } from "#lib/assets/find-asset.ts";
import { renameAsset } from "#lib/assets/rename-asset.ts";
import { deleteAssetOperation, findAssetOperation, renameAssetOperation } from "#lib/contract/assets.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(findAssetOperation, ({ caller, params }) =>
  findAsset({ teamId: caller.teamId, ...params }),
);

export const PATCH = defineRoute(renameAssetOperation, ({ caller, params, body }) =>
  renameAsset({ caller, ...params, ...body }),
);

export const DELETE = defineRoute(deleteAssetOperation, ({ caller, params, query }) =>
  deleteAsset({ caller, ...params, isForced: query.force === "true" }),
);
