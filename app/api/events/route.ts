import { streamEventsOperation } from "#lib/contract/events.ts";
import { authenticateMember } from "#lib/http/authenticate.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { eventStream } from "#lib/http/event-stream.ts";

export const GET = defineRoute(streamEventsOperation, ({ caller, query, request }) =>
  eventStream({
    request,
    caller,
    after: query.after,
    isStillAllowed: () =>
      authenticateMember(request).then(
        (admitted) => admitted.caller.teamId === caller.teamId,
        () => false,
      ),
  }),
);
