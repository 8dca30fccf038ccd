import type { Member } from "#lib/contract/team.ts";
import { systemDb } from "#lib/db/client.ts";
import { MEMBER_SELECT, memberView } from "./member-view.ts";

/** The people of a team, in the order in which they joined. */
export async function listMembers(teamId: string): Promise<Member[]> {
  const rows = await systemDb.member.findMany({
    where: { organizationId: teamId },
    select: MEMBER_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(memberView);
}
