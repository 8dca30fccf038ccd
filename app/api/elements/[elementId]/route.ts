import { deleteElementOperation } from "#lib/contract/library.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";
import { deleteElement } from "#lib/library/delete-kept.ts";

export const DELETE = defineRoute(deleteElementOperation, ({ caller, params, request }) =>
  deleteElement({ caller, id: params.elementId }, providerHands(request)),
);
