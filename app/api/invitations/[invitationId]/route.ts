import { cancelInvitationOperation, getInvitationOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { cancelInvitation } from "#lib/teams/cancel-invitation.ts";
import { previewInvitation } from "#lib/teams/open-invitation.ts";

export const GET = defineRoute(getInvitationOperation, ({ params }) =>
  previewInvitation(params.invitationId, new Date()),
);

export const DELETE = defineRoute(cancelInvitationOperation, ({ caller, params }) =>
  cancelInvitation(caller.teamId, params.invitationId),
);
