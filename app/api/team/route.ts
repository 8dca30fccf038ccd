import { getTeamOperation, updateTeamOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { getTeam, renameTeam } from "#lib/teams/team.ts";

export const GET = defineRoute(getTeamOperation, ({ caller }) => getTeam(caller.teamId));

export const PATCH = defineRoute(updateTeamOperation, ({ caller, body }) =>
  renameTeam(caller.teamId, body.name),
);
