import { inviteMemberOperation, listInvitationsOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { inviteMember } from "#lib/teams/invite-member.ts";
import { listInvitations } from "#lib/teams/list-invitations.ts";

export const GET = defineRoute(listInvitationsOperation, async ({ caller }) => ({
  invitations: await listInvitations(caller.teamId, new Date()),
}));

export const POST = defineRoute(inviteMemberOperation, ({ caller, body }) =>
  inviteMember({
    teamId: caller.teamId,
    actorId: caller.memberId,
    actorUserId: caller.userId,
    ...body,
    now: new Date(),
  }),
);
