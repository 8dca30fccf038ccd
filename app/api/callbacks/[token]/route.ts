import { receiveCallback } from "#lib/callbacks/receive-callback.ts";
import { receiveCallbackOperation } from "#lib/contract/callbacks.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute(receiveCallbackOperation, ({ caller, request, body }) =>
  receiveCallback({ target: caller, headers: request.headers, body, now: new Date() }),
);
