import { listVoicesOperation } from "#lib/contract/library.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listVoices } from "#lib/library/list-voices.ts";

export const GET = defineRoute(listVoicesOperation, ({ caller, query }) =>
  listVoices({ teamId: caller.teamId, ...query }),
);
