import { listPresetVoicesOperation } from "#lib/contract/library.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";
import { listPresetVoices } from "#lib/library/list-presets.ts";

export const GET = defineRoute(listPresetVoicesOperation, ({ caller, params, request }) =>
  listPresetVoices({ teamId: caller.teamId, ...params }, providerHands(request)),
);
