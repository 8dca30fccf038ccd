import { acceptInvitationOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { acceptInvitation } from "#lib/teams/accept-invitation.ts";
import { findSession } from "#lib/teams/session.ts";

export const POST = defineRoute(acceptInvitationOperation, async ({ params, body, request }) =>
  acceptInvitation({
    token: params.invitationId,
    session: await findSession(request.headers),
    account: body.account,
    now: new Date(),
  }),
);
