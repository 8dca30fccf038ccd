import { removeMemberOperation, setRoleOperation } from "#lib/contract/team.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { removeMember } from "#lib/teams/remove-member.ts";
import { setRole } from "#lib/teams/set-role.ts";

export const PATCH = defineRoute(setRoleOperation, ({ caller, params, body }) =>
  setRole({ teamId: caller.teamId, actorId: caller.memberId, memberId: params.memberId, role: body.role }),
);

export const DELETE = defineRoute(removeMemberOperation, ({ caller, params }) =>
  removeMember({
    teamId: caller.teamId,
    actorId: caller.memberId,
    memberId: params.memberId,
    now: new Date(),
  }),
);
