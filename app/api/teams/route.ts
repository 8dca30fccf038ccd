import { listTeamsOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { teamChoice } from "#lib/teams/me.ts";
import { listMemberships } from "#lib/teams/membership.ts";

export const GET = defineRoute(listTeamsOperation, async ({ caller }) => ({
  teams: (await listMemberships(caller.userId)).map(teamChoice),
}));
