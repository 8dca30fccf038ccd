import { activateTeamOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { switchTeam } from "#lib/teams/switch-team.ts";

export const POST = defineRoute(activateTeamOperation, ({ caller, params }) =>
  switchTeam(caller, params.teamId),
);
