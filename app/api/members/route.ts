import { listMembersOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listMembers } from "#lib/teams/list-members.ts";

export const GET = defineRoute(listMembersOperation, async ({ caller }) => ({
  members: await listMembers(caller.teamId),
}));
