import { listPresetElementsOperation } from "#lib/contract/library.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";
import { listPresetElements } from "#lib/library/list-presets.ts";

export const GET = defineRoute(listPresetElementsOperation, ({ caller, params, query, request }) =>
  listPresetElements({ teamId: caller.teamId, ...params, ...query }, providerHands(request)),
);
