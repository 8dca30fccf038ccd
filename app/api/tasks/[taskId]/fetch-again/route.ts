import { fetchAgainOperation } from "#lib/contract/archive.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { fetchAgain } from "#lib/tasks/fetch-again.ts";

export const POST = defineRoute(fetchAgainOperation, ({ caller, params }) =>
  fetchAgain({ caller, ...params }),
);
