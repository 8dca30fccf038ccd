import type { Me } from "#lib/contract/account.ts";
import type { Membership } from "./membership.ts";
import type { Session } from "./session.ts";
import { viewerOf } from "./viewer.ts";

/** The signed-in person as the studio's API tells it. */
export async function meOf(session: Session): Promise<Me> {
  const { user, membership, teams } = await viewerOf(session);
  return {
    user,
    team: membership && { id: membership.teamId, name: membership.teamName },
    membership: membership && { memberId: membership.memberId, role: membership.role },
    teams: teams.map(teamChoice),
  };
}

/** A team that one may switch to. */
export function teamChoice({ teamId, teamName, role }: Membership) {
  return { id: teamId, name: teamName, role };
}
