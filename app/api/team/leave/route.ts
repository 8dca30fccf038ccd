import { leaveTeamOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { leaveTeam } from "#lib/teams/leave-team.ts";

export const POST = defineRoute(leaveTeamOperation, ({ caller }) =>
  leaveTeam({ teamId: caller.teamId, memberId: caller.memberId, now: new Date() }),
);
