import { ROLES, type Role } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";

export type Membership = {
  readonly memberId: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly role: Role;
};

/** Someone's place in a team as it is now, or null. Asked anew by every request: a role is never remembered. */
export async function findMembership(userId: string, teamId: string): Promise<Membership | null> {
  const member = await systemDb.member.findUnique({
    where: { organizationId_userId: { organizationId: teamId, userId } },
    select: { id: true, role: true, organization: { select: { name: true } } },
  });
  if (member === null) return null;
  return { memberId: member.id, teamId, teamName: member.organization.name, role: roleOf(member.role) };
}

/** Every team of a person, the one they joined first in front. */
export async function listMemberships(userId: string): Promise<Membership[]> {
  const members = await systemDb.member.findMany({
    where: { userId },
    select: { id: true, role: true, organizationId: true, organization: { select: { name: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return members.map((member) => ({
    memberId: member.id,
    teamId: member.organizationId,
    teamName: member.organization.name,
    role: roleOf(member.role),
  }));
}

/** @throws a plain Error for a role that this version does not know: nobody is let in on a guess. */
export function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error(`unknown role in the database: ${text}`);
  return role;
}
