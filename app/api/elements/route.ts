import { listElementsOperation } from "#lib/contract/library.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listElements } from "#lib/library/list-elements.ts";

export const GET = defineRoute(listElementsOperation, ({ caller, query }) =>
  listElements({ teamId: caller.teamId, ...query }),
);
