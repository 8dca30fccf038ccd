import { getAssetUses } from "#lib/assets/asset-uses.ts";
import { getAssetUsesOperation } from "#lib/contract/assets.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(getAssetUsesOperation, ({ caller, params }) =>
  getAssetUses({ teamId: caller.teamId, ...params }),
);
